import type { ReactNode } from 'react'
import type { ModelDifference } from '@/components/own-catalogue/own-actions'
import { Disclosure } from '@/components/ui/disclosure'
import { StateBadge } from '@/components/ui/state-badge'
import { formatCount } from '@/lib/model/format-count'

type DifferenceListProps = {
  models: readonly ModelDifference[]
  /** At each model: a checkbox to choose it. */
  choice?: (model: ModelDifference) => ReactNode
}

/** Models with what would change in each, to open. */
export function DifferenceList({ models, choice }: DifferenceListProps) {
  if (models.length === 0) return null
  return (
    <ul className="flex flex-col rounded-lg border border-line bg-surface">
      {models.map((model) => (
        <li key={model.id} className="flex items-start gap-2 border-line border-t px-2 py-1 first:border-t-0">
          {choice ? <span className="pt-1">{choice(model)}</span> : null}
          <div className="min-w-0 flex-1">
            {model.total === 0 ? (
              <p className="flex min-h-8 flex-wrap items-center gap-x-3 px-2">
                <span className="font-medium">{model.name}</span>
                <span className="text-ink-muted text-xs">No verdict changes.</span>
              </p>
            ) : (
              <Disclosure summary={<ModelHead model={model} />} aside={`${formatCount(model.total)} changes`}>
                <Changes model={model} />
              </Disclosure>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function ModelHead({ model: { name, counts } }: { model: ModelDifference }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
      {counts.raised > 0 ? <StateBadge state="raised" count={counts.raised} look="plain" /> : null}
      {counts.possible > 0 ? <StateBadge state="possible" count={counts.possible} look="plain" /> : null}
      {counts.countered > 0 ? <StateBadge state="countered" count={counts.countered} look="plain" /> : null}
      {counts.gone > 0 ? (
        <span className="font-normal text-ink-muted text-xs">{counts.gone} gone</span>
      ) : null}
      {counts.decided > 0 ? (
        <span className="font-normal text-ink-muted text-xs">{counts.decided} decided on</span>
      ) : null}
    </span>
  )
}

const stateWords = { raised: 'raised', possible: 'possible', countered: 'countered' } as const

function Changes({ model }: { model: ModelDifference }) {
  return (
    <ul className="flex flex-col gap-1 px-2 py-1">
      {model.changes.map((change) => (
        <li key={`${change.threatId}|${change.elementId}`} className="[overflow-wrap:anywhere]">
          {change.title}, <span className="text-ink-muted">{change.element}</span>:{' '}
          {change.before ? stateWords[change.before] : 'not there'}
          {change.before === change.after
            ? ', another severity'
            : ` → ${change.after ? stateWords[change.after] : 'gone'}`}
          {change.isDecided ? <span className="text-ink-muted"> (decided on)</span> : null}
        </li>
      ))}
      {model.changes.length < model.total ? (
        <li className="text-ink-muted">and {formatCount(model.total - model.changes.length)} more</li>
      ) : null}
    </ul>
  )
}
