import { ControlList } from '@/components/catalogue/control-list'
import { EntryColumn, EntrySection } from '@/components/catalogue/entry-section'
import { ReferenceList } from '@/components/catalogue/reference-list'
import { snippetLabel } from '@/components/catalogue/snippet-label'
import { ThreatLines } from '@/components/catalogue/threat-lines'
import { CodeBlock } from '@/components/ui/code-block'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Mitigation } from '@/lib/catalogue/entries'

/** A mitigation of the catalogue: what to do, how to see that it is done, what it counters and which checks it meets. */
export function MitigationEntry({ mitigation, catalogue }: { mitigation: Mitigation; catalogue: Catalogue }) {
  const threats = catalogue.pack.threats.filter((threat) => threat.mitigations.includes(mitigation.id))
  return (
    <EntryColumn>
      <header className="flex flex-col gap-3">
        <p className="font-mono text-ink-muted text-xs">{mitigation.id}</p>
        <p className="max-w-prose whitespace-pre-line text-base [overflow-wrap:anywhere]">
          {mitigation.guidance}
        </p>
      </header>
      {mitigation.snippets.length > 0 ? (
        <EntrySection id="snippets" title="How to do it">
          {mitigation.snippets.map((snippet) => (
            <CodeBlock
              key={`${snippet.kind}${snippet.code}`}
              code={snippet.code}
              label={snippetLabel(snippet)}
            />
          ))}
        </EntrySection>
      ) : null}
      {mitigation.verify ? (
        <EntrySection id="verify" title="How to see that it is in place">
          <p className="max-w-prose [overflow-wrap:anywhere]">{mitigation.verify}</p>
        </EntrySection>
      ) : null}
      <EntrySection id="threats" title="What it counters" aside={String(threats.length)}>
        <ThreatLines threats={threats} />
      </EntrySection>
      <EntrySection id="controls" title="Checks that it meets" aside={String(mitigation.controls.length)}>
        <ControlList keys={mitigation.controls} catalogue={catalogue} />
      </EntrySection>
      <EntrySection id="references" title="References">
        <ReferenceList references={mitigation.references} />
      </EntrySection>
    </EntryColumn>
  )
}
