import { cn } from '@/components/ui/cn'
import { type SeverityName, severityLook, severityNames } from '@/components/ui/severity-badge'

/** Counts by severity on one line, worst first: an icon, the number, the word for those who cannot see. */
export function SeverityCounts({
  counts,
  className,
}: {
  counts: Readonly<Partial<Record<SeverityName, number>>>
  className?: string
}) {
  const shown = severityNames.filter((name) => (counts[name] ?? 0) > 0)
  if (shown.length === 0) return <span className="text-ink-muted text-xs">None open</span>
  return (
    <ul className={cn('flex flex-wrap items-center gap-x-2.5 gap-y-1', className)}>
      {shown.map((name) => {
        const { icon: Icon, text, label } = severityLook[name]
        return (
          <li
            key={name}
            title={label}
            className={cn('tabular inline-flex items-center gap-0.5 font-medium text-xs', text)}
          >
            <Icon aria-hidden className="size-3" strokeWidth={2.5} />
            {counts[name]?.toLocaleString('en')}
            <span className="sr-only"> {label.toLowerCase()}</span>
          </li>
        )
      })}
    </ul>
  )
}
