import { modelTabs } from '@/components/models/model-tabs'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { LinkTabs } from '@/components/ui/link-tabs'
import { Loading, Skeleton } from '@/components/ui/skeleton'

/** A model's page on its way: its frame, then a quiet surface. */
export function ModelSkeleton({ name, modelId }: { name: string; modelId: string }) {
  return (
    <>
      <TopBar crumbs={[{ label: 'Models', href: '/models' }, { label: name }]} />
      <div className="flex h-10 shrink-0 items-center border-line border-b bg-surface px-2 md:px-3">
        <LinkTabs label="Parts of the model" tabs={modelTabs(modelId)} />
      </div>
      <PageBody fill>
        <PageSkeleton />
      </PageBody>
    </>
  )
}

/** What stands below the tabs while a page of a model is on its way. */
export function PageSkeleton() {
  return (
    <Loading label="Loading" className="flex min-h-0 flex-1 gap-4 p-4">
      <Skeleton className="h-full w-56 max-md:hidden" />
      <div className="flex flex-1 flex-col gap-3">
        <Skeleton className="h-8 w-full max-w-96" />
        <Skeleton className="min-h-0 flex-1" />
      </div>
      <Skeleton className="h-full w-80 max-lg:hidden" />
    </Loading>
  )
}
