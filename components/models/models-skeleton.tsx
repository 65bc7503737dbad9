import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Loading, Skeleton } from '@/components/ui/skeleton'

const places = [1, 2, 3, 4, 5, 6]

export function ModelsSkeleton() {
  return (
    <>
      <TopBar crumbs={[{ label: 'Models' }]} />
      <PageBody className="px-4 py-5 md:px-6">
        <Loading label="Loading models">
          <Skeleton className="mb-4 h-8 w-64" />
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-3">
            {places.map((place) => (
              <Skeleton key={place} className="h-48 rounded-lg" />
            ))}
          </div>
        </Loading>
      </PageBody>
    </>
  )
}
