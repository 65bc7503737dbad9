'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { SeverityBadge } from '@/components/ui/severity-badge'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'

const SHOWN = 8

/** Threats as links to where they are decided. A long list begins with the first ones. */
export function ThreatLinks({ rows }: { rows: readonly ThreatRow[] }) {
  const modelId = useModel((state) => state.modelId)
  const wordsOf = useElementWords()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, SHOWN)
  return (
    <>
      <ul className="flex flex-col">
        {shown.map((row) => (
          <li key={row.key}>
            <Link
              href={`/models/${encodeURIComponent(modelId)}/threats?open=${encodeURIComponent(row.key)}`}
              className="flex min-h-8 flex-wrap items-center gap-x-2 rounded-md px-2 py-1 hover:bg-hover"
            >
              <span className="w-18 shrink-0">
                <SeverityBadge severity={row.severity} look="plain" />
              </span>
              <span className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere]">{row.title}</span>
              <span className="min-w-0 max-w-full truncate text-ink-muted text-xs">
                {wordsOf(row.elementId).name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < rows.length ? (
        <Button size="sm" variant="ghost" className="mt-1" onClick={() => setWhole(true)}>
          Show all {formatCount(rows.length)}
        </Button>
      ) : null}
    </>
  )
}
