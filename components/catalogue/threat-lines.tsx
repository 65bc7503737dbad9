import { EntryLink } from '@/components/catalogue/entry-links'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StrideLetters } from '@/components/ui/stride'
import type { CompiledThreat } from '@/lib/catalogue/pack'
import { severityOf } from '@/lib/catalogue/severity'

/** Threats of the catalogue, one a line. */
export function ThreatLines({ threats }: { threats: readonly CompiledThreat[] }) {
  if (threats.length === 0) return <p className="text-ink-muted">None.</p>
  return (
    <ul className="flex flex-col">
      {threats.map((threat) => (
        <li key={threat.id} className="flex min-h-8 flex-wrap items-center gap-x-2 py-0.5">
          <span className="w-18 shrink-0">
            <SeverityBadge severity={severityOf(threat.likelihood, threat.impact)} look="plain" />
          </span>
          <span className="min-w-0 flex-1 basis-40">
            <EntryLink kind="threat" id={threat.id} title={threat.title} />
          </span>
          <StrideLetters letters={threat.stride} />
        </li>
      ))}
    </ul>
  )
}
