'use client'

import { useMemo } from 'react'
import { FactRow } from '@/components/canvas/fact-row'
import { groupFacts } from '@/components/canvas/group-facts'
import { Disclosure } from '@/components/ui/disclosure'
import { resolveFacts } from '@/lib/analysis/resolve-facts'
import { useModel } from '@/lib/client/model-provider'

/** What is known and not known of an element, in groups. Groups of nothing but defaults and unknowns start folded. */
export function FactGroups({ elementId }: { elementId: string }) {
  const analysis = useModel((state) => state.index.analysis)
  const groups = useMemo(
    () =>
      groupFacts(
        resolveFacts(analysis.model, analysis.catalogue, elementId, analysis.factOf),
        analysis.catalogue,
      ),
    [analysis, elementId],
  )
  if (groups.length === 0) {
    return <p className="px-4 py-3 text-ink-muted">The catalogue knows no attributes of this type.</p>
  }
  return groups.map(({ group, facts, unknown, isTelling }) => (
    <Disclosure
      key={group}
      summary={<h4>{group}</h4>}
      aside={unknown > 0 ? `${facts.length}, ${unknown} unknown` : facts.length}
      isOpen={isTelling}
      className="border-line border-b [&>summary]:rounded-none [&>summary]:px-3"
    >
      <ul className="border-line border-t">
        {facts.map((fact) => (
          <FactRow key={fact.attribute} elementId={elementId} fact={fact} />
        ))}
      </ul>
    </Disclosure>
  ))
}
