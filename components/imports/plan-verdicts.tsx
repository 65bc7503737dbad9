'use client'

import { PlanSection } from '@/components/imports/plan-section'
import { useVerdictChanges } from '@/components/imports/use-verdict-changes'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { Skeleton } from '@/components/ui/skeleton'
import type { VerdictChange } from '@/lib/analysis/compare-verdicts'
import { nameElement } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { formatCount } from '@/lib/model/format-count'
import type { ThreatModel } from '@/lib/model/threat-model'

const MAX_NAMES = 4

/** What the import does to the threats: which are raised anew, which a control now counters, which are over. */
export function PlanVerdicts({ plan }: { plan: ImportPlan }) {
  const state = useVerdictChanges(plan)
  if (!plan.change) return null
  if (!state) {
    return (
      <div role="status" aria-label="Working out what changes in the threats" className="flex flex-col gap-2">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-16 w-full" />
      </div>
    )
  }
  const { after, changes } = state
  const total = changes.raised.length + changes.countered.length + changes.ended.length
  if (total === 0) return <p className="text-ink-muted text-sm">No threat is raised or countered by this.</p>
  return (
    <>
      <Changes title="Threats newly raised" changes={changes.raised} model={after} isOpen />
      <Changes title="Threats now countered" changes={changes.countered} model={after} />
      <Changes title="Threats no longer raised" changes={changes.ended} model={after} isOpen />
    </>
  )
}

type ChangesProps = { title: string; changes: readonly VerdictChange[]; model: ThreatModel; isOpen?: boolean }

function Changes({ title, changes, model, isOpen }: ChangesProps) {
  const catalogue = useModel((state) => state.catalogue)
  const count = changes.reduce((sum, change) => sum + change.count, 0)
  return (
    <PlanSection title={title} count={count} isOpen={isOpen}>
      <ul>
        {changes.map(({ threatId, severity, elementIds }) => {
          const names = elementIds.slice(0, MAX_NAMES).map((id) => nameElement(id, model, catalogue))
          const left = elementIds.length - names.length
          return (
            <li
              key={threatId}
              className="flex items-baseline gap-3 border-line border-b py-1.5 last:border-b-0"
            >
              <span className="w-18 shrink-0">
                <SeverityBadge severity={severity} />
              </span>
              <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {catalogue.threats.get(threatId)?.title ?? threatId}
                <span className="block text-ink-muted text-xs">
                  {names.join(', ')}
                  {left > 0 ? ` and ${formatCount(left)} more` : ''}
                </span>
              </p>
            </li>
          )
        })}
      </ul>
    </PlanSection>
  )
}
