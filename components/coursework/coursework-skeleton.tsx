import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Loading, Skeleton } from '@/components/ui/skeleton'

const places = [1, 2, 3, 4]

export function CourseworkSkeleton() {
  return (
    <>
      <TopBar crumbs={[{ label: 'Coursework' }]} />
      <PageBody className="px-4 py-5 md:px-6">
        <Loading label="Loading coursework">
          {places.map((place) => (
            <Skeleton key={place} className="mb-3 h-24 rounded-lg" />
          ))}
        </Loading>
      </PageBody>
    </>
  )
}
