import { cn } from '@/components/ui/cn'
import { type SeverityName, severityLook, severityNames } from '@/components/ui/severity-badge'

/** The shares of the severities as one thin bar. Only a glance: the counts stand beside it in words. */
export function SeverityBar({ counts }: { counts: Readonly<Partial<Record<SeverityName, number>>> }) {
  const shown = severityNames.filter((name) => (counts[name] ?? 0) > 0)
  const total = shown.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  let at = 0
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="h-1 w-full overflow-hidden rounded-full bg-pressed"
    >
      {shown.map((name) => {
        const width = ((counts[name] ?? 0) / total) * 100
        const x = at
        at += width
        // The gap keeps neighbours apart for those who do not see the colours.
        return (
          <rect
            key={name}
            x={x}
            y={0}
            width={Math.max(0.5, width - 0.6)}
            height={2}
            className={cn('fill-current', severityLook[name].text)}
          />
        )
      })}
    </svg>
  )
}
