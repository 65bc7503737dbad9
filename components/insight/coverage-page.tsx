'use client'

import { useMemo, useState } from 'react'
import { CoverageDetail } from '@/components/insight/coverage-detail'
import { CoverageLegend } from '@/components/insight/coverage-legend'
import { CoverageTable } from '@/components/insight/coverage-table'
import { ToCanvas } from '@/components/insight/to-canvas'
import { useElementWords } from '@/components/threats/use-element-words'
import { EmptyState } from '@/components/ui/empty-state'
import { Grid3x3 } from '@/components/ui/icons'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { strideLook } from '@/components/ui/stride'
import { type CoverageState, coverageOf, letters } from '@/lib/analysis/coverage'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'
import type { Stride } from '@/lib/model/judgement'

type Chosen = { elementId: string; letter: Stride }

/** STRIDE against components: where threats are, where none applies and why, and where nobody looked. */
export function CoveragePage() {
  const model = useModel((state) => state.model)
  const index = useModel((state) => state.index)
  const wordsOf = useElementWords()
  const [kind, setKind] = useState<'components' | 'flows'>('components')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<Chosen>()
  const ids = useMemo(() => {
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
    return Object.keys(kind === 'components' ? model.components : model.flows)
      .filter((id) => {
        const { name, typeLabel } = wordsOf(id)
        const text = `${name} ${typeLabel}`.toLowerCase()
        return wanted.every((word) => text.includes(word))
      })
      .sort((a, b) => {
        const [left, right] = [wordsOf(a), wordsOf(b)]
        return left.typeLabel.localeCompare(right.typeLabel) || left.name.localeCompare(right.name)
      })
  }, [model.components, model.flows, kind, query, wordsOf])
  const rows = useMemo(
    () => coverageOf(index.analysis, (id) => index.byElement.get(id) ?? [], ids),
    [index, ids],
  )
  const counts = useMemo(() => {
    const sum: Record<CoverageState, number> = { threat: 0, 'not-applicable': 0, 'not-considered': 0 }
    for (const { cells } of rows) for (const letter of letters) sum[cells[letter].state] += 1
    return sum
  }, [rows])

  if (Object.keys(model.components).length === 0) {
    return (
      <EmptyState icon={<Grid3x3 aria-hidden />} title="Nothing to cover yet" actions={<ToCanvas />}>
        The matrix holds STRIDE against the components of the model. Import files or draw first.
      </EmptyState>
    )
  }
  const { name } = wordsOf(chosen?.elementId ?? '')
  return (
    <div className="px-4 py-5 md:px-6">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <Segmented
          label="What is covered"
          value={kind}
          options={[
            { value: 'components', label: 'Components' },
            { value: 'flows', label: 'Data flows' },
          ]}
          onChange={setKind}
        />
        <SearchInput label="Narrow the matrix" value={query} onValueChange={setQuery} className="w-56" />
        <p role="status" className="tabular text-ink-muted text-xs">
          {formatCount(counts.threat)} with threats, {formatCount(counts['not-applicable'])} where none
          applies, {counts['not-considered']} not considered
        </p>
        <CoverageLegend />
      </div>
      {rows.length > 0 ? (
        <CoverageTable rows={rows} onChoose={(elementId, letter) => setChosen({ elementId, letter })} />
      ) : (
        <p className="text-ink-muted">Nothing fits these words.</p>
      )}
      <Sheet
        title={chosen ? `${strideLook[chosen.letter].label}: ${name}` : ''}
        isOpen={chosen !== undefined}
        onOpenChange={(isOpen) => !isOpen && setChosen(undefined)}
        size="md"
      >
        {chosen ? <CoverageDetail {...chosen} /> : null}
      </Sheet>
    </div>
  )
}
