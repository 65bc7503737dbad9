import { kindsOf } from '@/components/imports/plan-words'
import { cn } from '@/components/ui/cn'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { formatCount } from '@/lib/model/format-count'

/** The plan in numbers. */
export function PlanCounts({ plan }: { plan: ImportPlan }) {
  const rows: readonly (readonly [label: string, count: number, colour: string, of?: string | undefined])[] =
    [
      ['Created', plan.added.length, 'text-success', kindsOf(plan.added)],
      ['Changed', plan.changed.length, 'text-accent', kindsOf(plan.changed)],
      ['No longer in the files', plan.gone.length, 'text-warning', kindsOf(plan.gone)],
      ['Unchanged', plan.unchanged.length, 'text-ink-muted', kindsOf(plan.unchanged)],
      ['Warnings', plan.warnings.length, 'text-warning'],
      ['Left out', plan.skipped.length, 'text-ink-muted'],
      ['Could not be read', plan.unreadable.length, 'text-danger'],
    ]
  return (
    <dl className="grid overflow-hidden rounded-md border border-line text-sm max-lg:grid-cols-2 sm:max-lg:grid-cols-3">
      {rows.map(([label, count, colour, of]) => (
        <div key={label} className="flex justify-between -mb-px gap-2 border-line border-b px-3 py-1.5">
          <dt className={count === 0 ? 'text-ink-faint' : 'text-ink'}>
            {label}
            {of ? <span className="tabular block text-ink-muted text-xs">{of}</span> : null}
          </dt>
          <dd className={cn('tabular font-medium', count === 0 ? 'text-ink-faint' : colour)}>
            {formatCount(count)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
