import type { ReactNode } from 'react'
import { EntryLink } from '@/components/catalogue/entry-links'
import { EntryColumn, EntrySection } from '@/components/catalogue/entry-section'
import { ExampleList } from '@/components/catalogue/example-list'
import { ReferenceList } from '@/components/catalogue/reference-list'
import { Badge } from '@/components/ui/badge'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StrideLetters } from '@/components/ui/stride'
import { describeCondition, describeTarget } from '@/lib/analysis/words/describe-condition'
import { nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { CompiledTarget, CompiledThreat } from '@/lib/catalogue/pack'
import { severityOf } from '@/lib/catalogue/severity'
import { canonicalJson } from '@/lib/model/canonical'

type ThreatEntryProps = {
  threat: CompiledThreat
  catalogue: Catalogue
  actions?: ReactNode
  children: ReactNode
}

/** A threat of the catalogue, whole. `children` say where it stands. */
export function ThreatEntry({ threat, catalogue, actions, children }: ThreatEntryProps) {
  const { id, platform, likelihood, impact } = threat
  return (
    <EntryColumn>
      <header className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <span className="font-mono text-ink-muted text-xs">{id}</span>
          <SeverityBadge severity={severityOf(likelihood, impact)} />
          <StrideLetters letters={threat.stride} also={threat.alsoStride} />
          <Badge>{platformWords[platform]}</Badge>
          {actions ? <span className="ml-auto">{actions}</span> : null}
        </div>
        <p className="max-w-prose text-base [overflow-wrap:anywhere]">{threat.description}</p>
        <p className="text-ink-muted">
          Likelihood {likelihood} of 5, impact {impact} of 5. {threat.riskReason}
        </p>
      </header>
      <EntrySection id="when" title="When it is raised">
        <Targets targets={threat.targets} catalogue={catalogue} />
      </EntrySection>
      <EntrySection id="standing" title="In your models">
        {children}
      </EntrySection>
      <EntrySection id="mitigations" title="What counters it" aside={String(threat.mitigations.length)}>
        <ul className="flex flex-col gap-1.5">
          {threat.mitigations.map((mitigationId) => (
            <li key={mitigationId}>
              <EntryLink
                kind="mitigation"
                id={mitigationId}
                title={catalogue.mitigations.get(mitigationId)?.title ?? mitigationId}
              />
            </li>
          ))}
        </ul>
      </EntrySection>
      <EntrySection id="examples" title="Examples" aside={String(threat.examples.length)}>
        <ExampleList examples={threat.examples} catalogue={catalogue} />
      </EntrySection>
      <EntrySection id="references" title="References">
        <ReferenceList references={threat.references} />
        {threat.rules.length > 0 ? (
          <p className="text-ink-muted [overflow-wrap:anywhere]">
            Reported by <span className="font-mono text-xs">{threat.rules.join(', ')}</span>
          </p>
        ) : null}
      </EntrySection>
    </EntryColumn>
  )
}

export const platformWords: Record<CompiledThreat['platform'], string> = {
  docker: 'Docker',
  kubernetes: 'Kubernetes',
  shared: 'Docker and Kubernetes',
}

/** The conditions in words, once for all types that share them. */
function Targets({ targets, catalogue }: { targets: readonly CompiledTarget[]; catalogue: Catalogue }) {
  const groups = new Map<string, CompiledTarget[]>()
  for (const target of targets) {
    const { type: _type, ...conditions } = target
    const key = canonicalJson(conditions)
    groups.set(key, [...(groups.get(key) ?? []), target])
  }
  return [...groups].map(([key, group]) => {
    const [first] = group as [CompiledTarget]
    return (
      <div key={key} className="flex flex-col gap-1.5 rounded-md border border-line bg-surface p-3">
        <p className="flex flex-wrap gap-x-3">
          {group.map(({ type }) => (
            <EntryLink key={type} kind="type" id={type} title={nameType(type, catalogue)} />
          ))}
        </p>
        <p className="[overflow-wrap:anywhere]">{describeTarget(first, catalogue)}</p>
        {first.adjust.length > 0 ? (
          <ul className="list-disc pl-5 text-ink-muted">
            {first.adjust.map((adjustment) => (
              <li key={adjustment.why} className="[overflow-wrap:anywhere]">
                {[
                  adjustment.likelihood === undefined ? '' : `Likelihood ${adjustment.likelihood}`,
                  adjustment.impact === undefined ? '' : `impact ${adjustment.impact}`,
                ]
                  .filter((part) => part !== '')
                  .join(', ')}{' '}
                when {describeCondition(adjustment.when, catalogue)}. {adjustment.why}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    )
  })
}
