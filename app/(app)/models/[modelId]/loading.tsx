import { PageSkeleton } from '@/components/models/model-skeleton'

export default function LoadingPage() {
  return <PageSkeleton />
}
