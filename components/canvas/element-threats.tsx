'use client'

import { useMemo, useState } from 'react'
import { AttachDialog } from '@/components/threats/attach-dialog'
import { compareRows, type SectionId, sectionOf } from '@/components/threats/build-list'
import { sectionWords } from '@/components/threats/threat-line'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Plus } from '@/components/ui/icons'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StatusBadge } from '@/components/ui/status-badge'
import { StrideLetters } from '@/components/ui/stride'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'

const order: readonly SectionId[] = ['open', 'questions', 'decided', 'countered']

/** The threats of one component or flow: open first, then questions, then what needs nobody any more, folded away. */
export function ElementThreats({ elementId, onOpen }: { elementId: string; onOpen: (key: string) => void }) {
  const rows = useModel((state) => state.index.byElement.get(elementId))
  const canEdit = useModel((state) => state.canEdit)
  const { name } = useElementWords()(elementId)
  const [isAttaching, setAttaching] = useState(false)
  const sections = useMemo(() => {
    const sorted = (rows ?? []).toSorted(compareRows)
    const roots = sorted.filter((row) => row.causeId === undefined)
    return order
      .map((id) => ({ id, rows: roots.filter((row) => sectionOf(row) === id) }))
      .filter((section) => section.rows.length > 0)
  }, [rows])
  const foldedUnder = (key: string) => (rows ?? []).filter((row) => row.causeId === key).length
  return (
    <div className="flex flex-col pb-6">
      <h2 className="sr-only">Threats of {name}</h2>
      {sections.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted">
          The catalogue raises nothing here. You can add a threat by hand.
        </p>
      ) : null}
      {sections.map((section) => (
        <Disclosure
          key={section.id}
          summary={<h3>{sectionWords[section.id]}</h3>}
          aside={section.rows.length}
          isOpen={section.id === 'open' || section.id === 'questions'}
          className="border-line border-b [&>summary]:rounded-none [&>summary]:px-3"
        >
          <ul className="border-line border-t">
            {section.rows.map((row) => (
              <li key={row.key} className="border-line border-b last:border-b-0">
                <RowButton row={row} folded={foldedUnder(row.key)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
      {canEdit ? (
        <Button className="mx-4 mt-4 self-start" size="sm" onClick={() => setAttaching(true)}>
          <Plus aria-hidden />
          Add a threat
        </Button>
      ) : null}
      <AttachDialog
        isOpen={isAttaching}
        onClose={() => setAttaching(false)}
        elementId={elementId}
        onAttached={onOpen}
      />
    </div>
  )
}

function RowButton({
  row,
  folded,
  onOpen,
}: {
  row: ThreatRow
  folded: number
  onOpen: (key: string) => void
}) {
  return (
    <button
      type="button"
      onClick={() => onOpen(row.key)}
      className="flex w-full flex-col gap-1 px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="font-medium [overflow-wrap:anywhere]">
        {row.title}
        {row.part ? <span className="font-mono font-normal text-ink-muted text-xs"> {row.part}</span> : null}
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <SeverityBadge severity={row.severity} look="plain" />
        <StrideLetters letters={row.stride} />
        {row.status === 'open' ? null : <StatusBadge status={row.status} look="plain" />}
        {folded > 0 ? <span className="text-ink-faint text-xs">and {folded} with the same cause</span> : null}
      </span>
    </button>
  )
}
