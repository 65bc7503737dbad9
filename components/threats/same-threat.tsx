'use client'

import { useMemo, useState } from 'react'
import { DecideDialog } from '@/components/threats/decide-dialog'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { StatusBadge } from '@/components/ui/status-badge'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'
import { countOf } from '@/lib/model/format-count'

/** The same threat on other components, with a way to decide all that are open at once. */
export function SameThreat({ row, onOpen }: { row: ThreatRow; onOpen: (key: string) => void }) {
  const rows = useModel((state) => state.index.rows)
  const canEdit = useModel((state) => state.canEdit)
  const wordsOf = useElementWords()
  const [deciding, setDeciding] = useState<readonly ThreatRow[]>([])
  const elsewhere = useMemo(
    () =>
      rows.filter(
        (other) => other.threatId === row.threatId && other.key !== row.key && other.state === row.state,
      ),
    [rows, row],
  )
  if (elsewhere.length === 0) return null
  const open = [row, ...elsewhere].filter((other) => other.isOpen)
  return (
    <div className="flex flex-col gap-2">
      <Disclosure
        summary="The same threat elsewhere"
        aside={countOf(elsewhere.length, 'component')}
        className="-mx-2"
      >
        <ul className="flex flex-col">
          {elsewhere.map((other) => (
            <li key={other.key}>
              <button
                type="button"
                onClick={() => onOpen(other.key)}
                className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate">{wordsOf(other.elementId).name}</span>
                <StatusBadge status={other.status} look="plain" />
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
      {canEdit && open.length > 1 ? (
        <Button className="self-start" onClick={() => setDeciding(open)}>
          Decide for all {open.length} components
        </Button>
      ) : null}
      <DecideDialog rows={deciding} onClose={() => setDeciding([])} />
    </div>
  )
}
