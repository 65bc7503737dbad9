import Link from 'next/link'

type Counts = { raised: number; possible: number; countered: number; decided: number }

type StandingTableProps = {
  models: readonly { id: string; name: string; counts: Counts }[]
  /** How many models were looked at. */
  total: number
  /** What the list of threats is narrowed to by the link. */
  query: string
}

const columns = [
  ['raised', 'Raised'],
  ['possible', 'Possible'],
  ['countered', 'Countered'],
  ['decided', 'Decided'],
] as const

/** In which models a threat stands, and how. */
export function StandingTable({ models, total, query }: StandingTableProps) {
  if (models.length === 0) {
    return (
      <p className="text-ink-muted">
        {total === 0 ? 'There are no models yet.' : `It stands in none of your ${total} models.`}
      </p>
    )
  }
  return (
    <section
      aria-label="Models by verdict"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full text-left text-sm">
        <thead className="text-ink-muted text-xs">
          <tr>
            <th scope="col" className="min-w-28 py-1 pr-2 sm:pr-3 font-normal">
              Model
            </th>
            {columns.map(([key, label]) => (
              <th key={key} scope="col" className="w-20 py-1 pl-2 sm:pl-3 text-right font-normal">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map(({ id, name, counts }) => (
            <tr key={id} className="border-line border-t">
              <th scope="row" className="py-1.5 pr-3 font-normal">
                <Link
                  href={`/models/${encodeURIComponent(id)}/threats?q=${encodeURIComponent(query)}&state=raised,possible,countered,attached`}
                  className="font-medium text-accent underline-offset-2 [overflow-wrap:anywhere] hover:underline"
                >
                  {name}
                </Link>
              </th>
              {columns.map(([key]) => (
                <td key={key} className="tabular py-1.5 pl-2 sm:pl-3 text-right">
                  {counts[key] === 0 ? <span className="text-ink-faint">0</span> : counts[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
