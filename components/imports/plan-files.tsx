import { PlanSection } from '@/components/imports/plan-section'
import { cn } from '@/components/ui/cn'
import type { FileOutcome } from '@/lib/importers/extract'
import { formatCount } from '@/lib/model/format-count'

const columns = ['Read as', 'Components', 'Facts', 'Left out'] as const

// On a phone the counts would leave no room for the names.
const phone = 'max-sm:hidden'
const isCount = (name: (typeof columns)[number]) => name !== 'Read as'

/** What became of each file: as what it was read, and how much of it, or why not. */
export function PlanFiles({ outcomes }: { outcomes: readonly FileOutcome[] }) {
  const read = outcomes.filter(({ readAs }) => readAs !== undefined)
  const others = outcomes.filter(({ readAs }) => readAs === undefined)
  return (
    <PlanSection
      title="Files"
      count={outcomes.length}
      hint={`${formatCount(read.length)} of ${formatCount(outcomes.length)} say something about the system.`}
      isOpen={outcomes.length < 30}
    >
      <table className="w-full text-left text-xs">
        <thead className="text-ink-muted">
          <tr className="border-line border-b">
            <th className="w-1/3 min-w-28 py-1 pr-3 font-medium">File</th>
            {columns.map((name) => (
              <th
                key={name}
                className={cn('py-1 pr-3 font-medium whitespace-nowrap', isCount(name) && phone)}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...read, ...others].map((outcome) => (
            <tr key={outcome.file} className="border-line border-b align-baseline last:border-b-0">
              <th scope="row" className="py-1 pr-3 font-mono font-normal [overflow-wrap:anywhere]">
                {outcome.file}
              </th>
              {outcome.readAs === undefined ? (
                <td colSpan={4} className="py-1 text-ink-muted">
                  {outcome.why ?? 'Nothing in it belongs to the drawing.'}
                </td>
              ) : (
                <>
                  <td className="py-1 pr-3">
                    {outcome.readAs}
                    {outcome.scanner === undefined ? null : (
                      <span className="block text-ink-muted">{outcome.why}</span>
                    )}
                  </td>
                  {[outcome.components, outcome.facts, outcome.skipped].map((count, at) => (
                    <td key={columns[at + 1]} className={cn('tabular py-1 pr-3', phone)}>
                      {formatCount(count)}
                    </td>
                  ))}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </PlanSection>
  )
}
