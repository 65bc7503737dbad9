import { frameworkLabels, isFramework } from '@/lib/catalogue/frameworks'

type ReferenceListProps = { references: Readonly<Record<string, readonly string[] | undefined>> }

/** The ids of an entry in outside frames, with a link where the frame has a page for each. */
export function ReferenceList({ references }: ReferenceListProps) {
  const named = Object.entries(references).flatMap(([frame, ids]) =>
    ids && ids.length > 0 && isFramework(frame) ? [{ frame, ids }] : [],
  )
  if (named.length === 0) return <p className="text-ink-muted">None is named.</p>
  return (
    <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {named.map(({ frame, ids }) => (
        <div key={frame} className="contents">
          <dt className="text-ink-muted">{frameworkLabels[frame]}</dt>
          <dd className="flex flex-wrap gap-x-3 gap-y-1">
            {ids.map((id) => (
              <Reference key={id} frame={frame} id={id} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Reference({ frame, id }: { frame: string; id: string }) {
  const href = addressOf(frame, id)
  return href ? (
    <a
      href={href}
      rel="noreferrer"
      className="tabular font-mono text-accent text-xs underline-offset-2 hover:underline"
    >
      {id}
    </a>
  ) : (
    <span className="tabular font-mono text-xs">{id}</span>
  )
}

function addressOf(frame: string, id: string): string | undefined {
  const number = id.match(/\d+/)?.[0]
  if (frame === 'attack' && /^T\d{4}(\.\d{3})?$/.test(id))
    return `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`
  if (frame === 'cwe' && number) return `https://cwe.mitre.org/data/definitions/${number}.html`
  if (frame === 'capec' && number) return `https://capec.mitre.org/data/definitions/${number}.html`
  return undefined
}
