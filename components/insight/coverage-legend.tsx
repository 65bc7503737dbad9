import { cn } from '@/components/ui/cn'

const marks = [
  ['2?', 'possible', 'bg-possible-soft text-possible'],
  ['✓', 'all decided', 'bg-mitigated-soft text-mitigated'],
  ['–', 'none applies', 'bg-open-soft text-ink-muted'],
  ['', 'not considered', 'border border-line-strong border-dashed'],
] as const

/** What the marks of the matrix mean. Each cell says the same in words. */
export function CoverageLegend() {
  return (
    <ul aria-label="Marks of the matrix" className="flex flex-wrap gap-x-3 gap-y-1 text-ink-muted text-xs">
      <li>A number: open, with the worst severity. What follows from one cause counts one by one.</li>
      {marks.map(([mark, words, look]) => (
        <li key={words} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={cn(
              'tabular inline-flex h-5 min-w-6 items-center justify-center rounded-sm font-medium text-2xs',
              look,
            )}
          >
            {mark}
          </span>
          {words}
        </li>
      ))}
    </ul>
  )
}
