import { ModelsSkeleton } from '@/components/models/models-skeleton'

export default function LoadingModels() {
  return <ModelsSkeleton />
}
