import Link from 'next/link'
import { PageBody } from '@/components/shell/page-body'
import { EmptyState } from '@/components/ui/empty-state'
import { Copy } from '@/components/ui/icons'
import type { LikePair, SimilarityView } from '@/lib/coursework/views'

/** Works that share wording, as evidence to look at. Nothing here changes a mark. */
export function SimilarityPage({ view, base }: { view: SimilarityView; base: string }) {
  const { works, found, clusters, fine } = view
  if (works < 2)
    return (
      <PageBody>
        <EmptyState icon={<Copy aria-hidden />} title="Nothing to compare yet">
          Once two works are here, those that share wording are listed with their passages side by side.
        </EmptyState>
      </PageBody>
    )
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto flex max-w-4xl flex-col gap-5">
        <p className="max-w-3xl text-ink-muted">
          {works} works were compared, their threats and their findings apart. The text of the exercise and
          wording that many share are left out. Shared wording is no proof of anything: look at the passages,
          and mark a pair as fine when it is.
        </p>
        {clusters.length === 0 && fine.length === 0 ? (
          <EmptyState icon={<Copy aria-hidden />} title="No two works share much of their wording" />
        ) : null}
        {clusters.map((cluster) => (
          <section
            key={cluster.labels.join(' ')}
            aria-label={`Works alike: ${cluster.labels.join(', ')}`}
            className="rounded-lg border border-line bg-surface"
          >
            <h2 className="border-line border-b px-4 py-2 font-semibold text-base [overflow-wrap:anywhere]">
              {cluster.labels.join(', ')}
            </h2>
            <PairList pairs={cluster.pairs} base={base} />
          </section>
        ))}
        {fine.length > 0 ? (
          <section aria-label="Found to be fine" className="rounded-lg border border-line bg-surface">
            <h2 className="border-line border-b px-4 py-2 font-semibold text-base">Found to be fine</h2>
            <PairList pairs={fine} base={base} />
          </section>
        ) : null}
        {found > 500 ? (
          <p className="text-ink-muted text-xs">The 500 most alike of {found} pairs are shown.</p>
        ) : null}
      </div>
    </PageBody>
  )
}

function PairList({ pairs, base }: { pairs: readonly LikePair[]; base: string }) {
  return (
    <ul className="divide-y divide-line">
      {pairs.map((pair) => (
        <li key={`${pair.a} ${pair.b}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-1.5">
          <Link
            href={`${base}/similarity/${pair.a}/${pair.b}`}
            prefetch={false}
            className="min-w-48 flex-1 rounded-sm py-1 font-medium text-accent hover:underline"
          >
            {pair.labelA} and {pair.labelB}
          </Link>
          <span className="tabular text-ink-muted text-xs">
            {percent(pair.threats)} of the threats, {percent(pair.findings)} of the findings
          </span>
          {pair.reason ? <span className="text-ink-muted text-xs">{pair.reason}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
