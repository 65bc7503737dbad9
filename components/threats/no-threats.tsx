'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchX, ShieldQuestion } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'

/** Why the list is empty, and what to do about it. */
export function NoThreats({ hasThreats, onClear }: { hasThreats: boolean; onClear: () => void }) {
  const modelId = useModel((state) => state.modelId)
  const isEmpty = useModel((state) => Object.keys(state.model.components).length === 0)
  if (hasThreats) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="No threat fits these filters"
        actions={<Button onClick={onClear}>Clear the filters</Button>}
      >
        The model has threats, but none that passes all of them.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<ShieldQuestion aria-hidden />}
      title={isEmpty ? 'Nothing to look at yet' : 'No threats were found'}
      actions={
        <Link href={`/models/${encodeURIComponent(modelId)}/canvas`} className={buttonStyle('primary')}>
          Go to the canvas
        </Link>
      }
    >
      {isEmpty
        ? 'Threats come from components. Drop a Compose file anywhere on this page, or begin on the canvas.'
        : 'The catalogue has no threat for what is in this model. You can add threats by hand.'}
    </EmptyState>
  )
}
