'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { markPairFineAction } from '@/lib/actions/coursework'
import type { PairView } from '@/lib/coursework/views'

/** Two works side by side, the lines that share wording marked in both. */
export function PairPage({ view, base }: { view: PairView; base: string }) {
  const router = useRouter()
  const [reason, setReason] = useState(view.fineReason ?? '')
  const mark = useSubmit(markPairFineAction, () => router.push(`${base}/similarity`))
  const set = (isFine: boolean) => mark.submit({ firstId: view.a.id, secondId: view.b.id, reason, isFine })
  const partners = (side: 'a' | 'b') => {
    const map = new Map<number, number>()
    for (const { lineA, lineB } of view.passages) {
      const [own, other] = side === 'a' ? [lineA, lineB] : [lineB, lineA]
      if (!map.has(own)) map.set(own, other)
    }
    return map
  }
  return (
    <PageBody fill>
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2">
        <h2 className="min-w-56 flex-1 font-semibold text-base">
          {view.a.label} and {view.b.label}
          <span className="tabular ml-3 font-normal text-ink-muted text-xs">
            {Math.round(view.threats * 100)} % of the threats, {Math.round(view.findings * 100)} % of the
            findings
          </span>
        </h2>
        <Input
          aria-label="Why this is fine"
          placeholder="Why this is fine"
          className="w-56! max-sm:w-full!"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button isPending={mark.isPending} onClick={() => set(true)}>
          Mark as fine
        </Button>
        {view.fineReason === null ? null : (
          <Button variant="ghost" isPending={mark.isPending} onClick={() => set(false)}>
            Take that back
          </Button>
        )}
      </div>
      {view.fineReason === null ? null : (
        <Callout tone="success" className="mx-4 my-2">
          Somebody found this pair to be fine{view.fineReason ? `: ${view.fineReason}` : '.'}
        </Callout>
      )}
      {mark.problem ? <Callout tone="danger">{mark.problem.sentence}</Callout> : null}
      <div className="grid min-h-0 flex-1 grid-cols-2 max-md:grid-cols-1 max-md:overflow-y-auto">
        <Column side="a" work={view.a} partners={partners('a')} />
        <Column side="b" work={view.b} partners={partners('b')} />
      </div>
    </PageBody>
  )
}

type ColumnProps = { side: 'a' | 'b'; work: PairView['a']; partners: ReadonlyMap<number, number> }

function Column({ side, work, partners }: ColumnProps) {
  const other = side === 'a' ? 'b' : 'a'
  return (
    <section aria-label={work.label} className="min-h-0 overflow-y-auto border-line border-r py-2">
      <ol>
        {work.text
          .replaceAll('\r', '')
          .split('\n')
          .slice(0, 5_000)
          .map((text, at) => {
            const partner = partners.get(at + 1)
            return (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
                key={at}
                id={`${side}-${at + 1}`}
                className={cn('flex font-mono text-xs leading-5', partner && 'bg-warning-soft')}
              >
                {partner ? (
                  <button
                    type="button"
                    aria-label={`Line ${at + 1}, like line ${partner} of the other`}
                    onClick={() =>
                      document.getElementById(`${other}-${partner}`)?.scrollIntoView({ block: 'center' })
                    }
                    className="tabular min-h-6 w-12 shrink-0 pr-2 text-right text-warning underline"
                  >
                    {at + 1}
                  </button>
                ) : (
                  <span className="tabular w-12 shrink-0 select-none pr-2 text-right text-ink-faint">
                    {at + 1}
                  </span>
                )}
                <span className="min-w-0 flex-1 whitespace-pre-wrap pr-3 [overflow-wrap:anywhere]">
                  {text === '' ? '\u00a0' : text}
                </span>
              </li>
            )
          })}
      </ol>
    </section>
  )
}
