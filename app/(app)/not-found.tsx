import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Compass } from '@/components/ui/icons'

export default function NotFound() {
  return (
    <>
      <TopBar crumbs={[{ label: 'Not found' }]} />
      <PageBody>
        <EmptyState
          icon={<Compass aria-hidden />}
          title="There is no such page here"
          actions={
            <ButtonLink href="/models" variant="primary">
              Go to the models
            </ButtonLink>
          }
        >
          What was here may have been deleted, or it is not yours to see. If somebody sent you this address,
          ask them to check it.
        </EmptyState>
      </PageBody>
    </>
  )
}
