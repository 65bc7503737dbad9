import type { ReactNode } from 'react'
import { FileLine } from '@/components/ui/file-line'
import {
  CornerDownRight,
  FileText,
  type IconType,
  ScanSearch,
  SlidersHorizontal,
  User,
} from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { FactSource } from '@/lib/model/fact'

const icons: Record<Exclude<ResolvedFact['origin'], 'unknown'>, IconType> = {
  import: FileText,
  scan: ScanSearch,
  person: User,
  default: SlidersHorizontal,
  derived: CornerDownRight,
}

type OriginProps = {
  origin: ResolvedFact['origin']
  source?: FactSource | undefined
  reason?: string | undefined
}

/** Where a fact comes from: a file and line, a scan, a person, a default, or other facts. */
export function Origin({ origin, source, reason }: OriginProps) {
  if (origin === 'unknown') return null
  const Icon = icons[origin]
  return (
    <span className="inline-flex min-w-0 max-w-full items-start gap-1 text-ink-muted text-xs">
      <Icon aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{originWords(origin, source, reason)}</span>
    </span>
  )
}

function originWords(
  origin: ResolvedFact['origin'],
  source: FactSource | undefined,
  reason: string | undefined,
): ReactNode {
  if (source && 'file' in source) return <FileLine file={source.file} line={source.line} />
  if (source && 'tool' in source) return `${source.tool}, run ${source.run}`
  if (source && 'who' in source) {
    return (
      <>
        {source.who} said so on <Time at={source.when} />
      </>
    )
  }
  const why = reason ?? (source && 'reason' in source ? source.reason : undefined)
  if (origin === 'default') return why ? `Default: ${why}` : 'Default'
  return why ?? 'It follows from other facts.'
}
