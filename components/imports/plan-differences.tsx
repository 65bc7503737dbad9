'use client'

import { FileLine } from '@/components/ui/file-line'
import { ValueChange } from '@/components/ui/value-change'
import { formatValue } from '@/lib/analysis/words/format-value'
import { capitalise, nameAttribute } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'
import type { PlanDifference } from '@/lib/importers/import-plan'
import type { FactValue } from '@/lib/model/fact'

/** What differs of an element itself, not of its facts. */
const fieldWords: Readonly<Record<string, string>> = {
  zoneIds: 'Boundaries',
  parentId: 'Stands in',
  name: 'Name',
  type: 'Type',
  from: 'From',
  to: 'To',
  both: 'Direction',
}

const words = (value: FactValue | undefined) => (value === undefined ? 'not set' : formatValue(value))

/** What differs in one element: from what, to what, and where that stands. */
export function PlanDifferences({ differences }: { differences: readonly PlanDifference[] }) {
  const catalogue = useModel((state) => state.catalogue)
  return (
    <ul className="mt-0.5 mb-1 ml-5.5 flex flex-col gap-0.5 text-xs">
      {differences.map(({ field, from, to, source }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="text-ink-muted">
            {fieldWords[field] ?? capitalise(nameAttribute(field, catalogue))}
          </span>
          <ValueChange from={words(from)} to={words(to)} />
          {source ? <FileLine {...source} className="ml-auto" /> : null}
        </li>
      ))}
    </ul>
  )
}
