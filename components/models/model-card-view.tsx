'use client'

import Link from 'next/link'
import { openThreats } from '@/components/models/arrange-models'
import type { DeleteModel } from '@/components/models/model-actions'
import { ModelMenu } from '@/components/models/model-menu'
import { SeverityBar } from '@/components/models/severity-bar'
import { Badge } from '@/components/ui/badge'
import { CircleCheck } from '@/components/ui/icons'
import { SeverityCounts } from '@/components/ui/severity-counts'
import { Time } from '@/components/ui/time'
import { countOf, formatCount } from '@/lib/model/format-count'
import type { ModelCard, ThreatCounts } from '@/lib/model/protocol'

type ModelCardViewProps = {
  model: ModelCard
  now: string
  canChange: boolean
  deleteModel: DeleteModel
}

/** One model: its name is the link, the card its target. */
export function ModelCardView({ model, now, canChange, deleteModel }: ModelCardViewProps) {
  const open = openThreats(model)
  return (
    <article className="group relative flex h-full flex-col rounded-lg border border-line bg-surface p-4 transition-colors duration-(--motion-fast) hover:border-line-strong">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 [overflow-wrap:anywhere] font-semibold text-base">
          <Link
            href={`/models/${encodeURIComponent(model.id)}/canvas`}
            className="line-clamp-2 after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {model.name}
          </Link>
        </h2>
        {canChange ? <ModelMenu model={model} deleteModel={deleteModel} /> : null}
      </div>
      <p className="tabular mt-0.5 text-ink-muted text-xs">
        {countOf(model.components, 'component')}, {countOf(model.flows, 'flow')}
        {model.archivedAt ? <Badge className="ml-2">Archived</Badge> : null}
      </p>
      <div className="mt-5 mb-4 flex flex-1 flex-col justify-end">
        {model.components === 0 ? (
          <p className="text-ink-muted text-sm">Nothing is drawn yet</p>
        ) : model.counts ? (
          <>
            <OpenThreats open={open} counts={model.counts.open} />
            <p className="tabular mt-2 text-ink-muted text-xs">{describeStates(model.counts)}</p>
          </>
        ) : model.isCounting ? (
          <p className="text-ink-muted text-xs">Counting its threats</p>
        ) : (
          <p className="text-ink-muted text-xs">
            The catalogue of this model is not installed, so its threats are not counted.
          </p>
        )}
      </div>
      <p className="border-line border-t pt-2.5 text-ink-muted text-xs">
        Changed <Time at={model.updatedAt} now={now} />
      </p>
    </article>
  )
}

function OpenThreats({ open, counts }: { open: number; counts: ThreatCounts['open'] }) {
  if (open === 0) {
    return (
      <p className="flex items-center gap-1.5 text-sm text-success">
        <CircleCheck aria-hidden className="size-4" /> No open threats
      </p>
    )
  }
  return (
    <>
      <p className="mb-1.5 flex items-baseline gap-1.5 text-ink-muted text-xs">
        <span className="tabular font-semibold text-ink text-lg leading-none">{formatCount(open)}</span> open
      </p>
      <SeverityBar counts={counts} />
      <SeverityCounts counts={counts} className="mt-2" />
    </>
  )
}

/**
 * "30 possible, 8 countered": how far the model is known and hardened. What is raised is not told beside what is open: it
 * counts what follows from one cause one by one, and would seem to contradict it.
 */
function describeStates({ states }: ThreatCounts): string {
  const shown = (['possible', 'countered'] as const).filter((state) => (states[state] ?? 0) > 0)
  return shown.map((state) => `${formatCount(states[state] ?? 0)} ${state}`).join(', ')
}
