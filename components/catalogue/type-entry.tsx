import { EntryColumn, EntrySection } from '@/components/catalogue/entry-section'
import { platformWords } from '@/components/catalogue/threat-entry'
import { ThreatLines } from '@/components/catalogue/threat-lines'
import { Badge } from '@/components/ui/badge'
import { formatValue } from '@/lib/analysis/words/format-value'
import { capitalise, nameAttribute, nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ComponentType, FlowType } from '@/lib/catalogue/entries'

const kinds: Record<ComponentType['kind'], string> = {
  process: 'Process',
  store: 'Store',
  external: 'Outside party',
  boundary: 'Boundary',
}

/** A component or flow type: what can be known of it, what holds when nobody says so, and what threatens it. */
export function TypeEntry({ type, catalogue }: { type: ComponentType | FlowType; catalogue: Catalogue }) {
  const threats = catalogue.threatsOn(type.id).map(({ threat }) => threat)
  const relations = catalogue.pack.relations.filter((relation) => relation.of.includes(type.id))
  return (
    <EntryColumn>
      <header className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-mono text-ink-muted text-xs">{type.id}</span>
          <Badge>{'kind' in type ? kinds[type.kind] : 'Data flow'}</Badge>
          {'platform' in type ? <Badge>{platformWords[type.platform]}</Badge> : null}
        </p>
        <p className="max-w-prose text-base [overflow-wrap:anywhere]">{type.help}</p>
      </header>
      <EntrySection id="threats" title="What threatens it" aside={String(threats.length)}>
        <ThreatLines threats={threats} />
      </EntrySection>
      <EntrySection
        id="attributes"
        title="What can be known of it"
        aside={String(Object.keys(type.attributes).length)}
      >
        <ul className="flex flex-col gap-3">
          {Object.entries(type.attributes).map(([id, use]) => {
            const attribute = catalogue.attributes.get(id)
            const closedBy = use.closedBy === undefined && 'closedBy' in type ? type.closedBy : use.closedBy
            return (
              <li key={id}>
                <p className="font-medium">{nameAttribute(id, catalogue)}</p>
                <p className="text-ink-muted [overflow-wrap:anywhere]">
                  {attribute?.question}
                  {use.default === undefined
                    ? ''
                    : ` Default: ${formatValue(use.default)}${closedBy ? `, once “${nameAttribute(closedBy, catalogue)}” is yes` : ''}.`}
                </p>
              </li>
            )
          })}
        </ul>
      </EntrySection>
      {relations.length > 0 ? (
        <EntrySection id="relations" title="What it is related to" aside={String(relations.length)}>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {relations.map((relation) => (
              <li key={relation.id} className="[overflow-wrap:anywhere]">
                {capitalise(relation.label)}
                <span className="text-ink-muted">
                  {' '}
                  (
                  {relation.to
                    .slice(0, 6)
                    .map((id) => nameType(id, catalogue))
                    .join(', ')}
                  {relation.to.length > 6 ? ' and others' : ''})
                </span>
              </li>
            ))}
          </ul>
        </EntrySection>
      ) : null}
    </EntryColumn>
  )
}
