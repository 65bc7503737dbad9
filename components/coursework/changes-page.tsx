import { PageBody } from '@/components/shell/page-body'
import { ButtonLink } from '@/components/ui/button-link'
import { cn } from '@/components/ui/cn'
import type { AttemptsView } from '@/lib/coursework/views'

const CONTEXT = 3

const looks = {
  same: { sign: ' ', says: '', tint: '' },
  gone: { sign: '−', says: 'Removed: ', tint: 'bg-danger-soft' },
  new: { sign: '+', says: 'Added: ', tint: 'bg-success-soft' },
} as const

/** Two attempts of one student, line by line; what stayed the same is shown only around what changed. */
export function ChangesPage({ view, base }: { view: AttemptsView; base: string }) {
  const { lines, label, attempt, workId } = view
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same')
  const changed = lines.filter(({ kind }) => kind !== 'same').length
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto max-w-5xl">
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <h2 className="flex-1 font-semibold text-lg">
            {label}: attempt {attempt} against attempt {attempt - 1}
          </h2>
          <ButtonLink href={`${base}/review/${workId}`} prefetch={false}>
            Review attempt {attempt}
          </ButtonLink>
        </div>
        <p className="tabular mb-3 text-ink-muted text-xs">{changed} lines differ.</p>
        <ol className="rounded-lg border border-line bg-surface py-2 font-mono text-xs leading-5">
          {lines.map((line, at) => {
            if (!isNear(at)) return null
            const look = looks[line.kind]
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
              <li key={at} className={cn('flex gap-2 px-3', look.tint)}>
                <span className="tabular w-10 shrink-0 select-none text-right text-ink-faint">
                  {line.before}
                </span>
                <span className="tabular w-10 shrink-0 select-none text-right text-ink-faint">
                  {line.after}
                </span>
                <span aria-hidden>{look.sign}</span>
                <span className="min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
                  <span className="sr-only">{look.says}</span>
                  {line.text}
                </span>
              </li>
            )
          })}
        </ol>
      </div>
    </PageBody>
  )
}
