import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function LoadingPage() {
  return (
    <Loading label="Loading" className="flex flex-col gap-3">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-40 rounded-lg" />
    </Loading>
  )
}
