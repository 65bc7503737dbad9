import { CourseworkSkeleton } from '@/components/coursework/coursework-skeleton'

export default function LoadingPage() {
  return <CourseworkSkeleton />
}
