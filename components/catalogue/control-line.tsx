import { EntryLink } from '@/components/catalogue/entry-links'
import { Disclosure } from '@/components/ui/disclosure'
import { StateBadge } from '@/components/ui/state-badge'
import type { FrameworkItem } from '@/lib/catalogue/frameworks'

/** How the threats behind one id stand in a model. */
export type ControlStanding = { raised: number; possible: number; countered: number; decided: number }

type ControlLineProps = {
  item: FrameworkItem
  threats: Readonly<Record<string, string>>
  mitigations: Readonly<Record<string, string>>
  standing?: ControlStanding | undefined
}

/** One id of a framework, with the entries that bear on it to open. */
export function ControlLine({ item, threats, mitigations, standing }: ControlLineProps) {
  const count = item.threatIds.length + item.mitigationIds.length
  const head = (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular w-14 shrink-0 font-mono text-xs sm:w-20">{item.id}</span>
      <span className="min-w-0 flex-1 basis-40 font-normal [overflow-wrap:anywhere]">
        {item.label ?? (item.threatIds[0] ? threats[item.threatIds[0]] : '')}
        {!item.label && item.threatIds.length > 1 ? ' and others' : ''}
      </span>
      {standing ? <StandingBadges standing={standing} /> : null}
    </span>
  )
  if (count === 0) {
    return (
      <li className="flex items-center border-line border-t px-3 py-2 pl-8 text-ink-muted first:border-t-0">
        <div className="min-w-0 flex-1">{head}</div>
        <span className="text-xs">No entry</span>
      </li>
    )
  }
  return (
    <li className="border-line border-t px-1 py-1 first:border-t-0">
      <Disclosure
        summary={head}
        aside={standing ? undefined : `${count} ${count === 1 ? 'entry' : 'entries'}`}
      >
        <div className="flex flex-col gap-2 py-1 pr-3 pb-3 pl-8">
          <Entries kind="threat" title="Threats" ids={item.threatIds} titles={threats} />
          <Entries kind="mitigation" title="Mitigations" ids={item.mitigationIds} titles={mitigations} />
        </div>
      </Disclosure>
    </li>
  )
}

function StandingBadges({ standing }: { standing: ControlStanding }) {
  const { raised, possible, countered, decided } = standing
  if (raised + possible + countered + decided === 0)
    return <span className="text-ink-muted text-xs max-sm:basis-full max-sm:pl-17">Not here</span>
  return (
    <span className="flex flex-wrap gap-1.5 max-sm:basis-full max-sm:pl-17">
      {raised > 0 ? <StateBadge state="raised" count={raised} look="plain" /> : null}
      {possible > 0 ? <StateBadge state="possible" count={possible} look="plain" /> : null}
      {countered > 0 ? <StateBadge state="countered" count={countered} look="plain" /> : null}
      {decided > 0 ? (
        <span className="tabular font-medium text-ink-muted text-xs">Decided {decided}</span>
      ) : null}
    </span>
  )
}

function Entries({
  kind,
  title,
  ids,
  titles,
}: {
  kind: 'threat' | 'mitigation'
  title: string
  ids: readonly string[]
  titles: Readonly<Record<string, string>>
}) {
  if (ids.length === 0) return null
  return (
    <div>
      <p className="text-ink-muted text-xs">{title}</p>
      <ul className="flex flex-col gap-0.5">
        {ids.map((id) => (
          <li key={id}>
            <EntryLink kind={kind} id={id} title={titles[id] ?? id} />
          </li>
        ))}
      </ul>
    </div>
  )
}
