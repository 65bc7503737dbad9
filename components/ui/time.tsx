const absolute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** "3 days ago", from two moments. */
export function timeAgo(at: string, now: string): string {
  const seconds = (Date.parse(at) - Date.parse(now)) / 1000
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative.format(Math.round(seconds / length), unit)
  }
  return 'just now'
}

type TimeProps = {
  /** ISO moment or day. */
  at: string
  /** The server's clock at rendering; makes "3 days ago" on hover without a mismatch. */
  now?: string
  withTime?: boolean
}

/** A date, absolute, with the relative one on hover. Times are UTC and say so. */
export function Time({ at, now, withTime = false }: TimeProps) {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <span>{at}</span>
  const full = `${absolute.format(date)} UTC`
  return (
    <time
      dateTime={at}
      title={now ? `${timeAgo(at, now)} (${full})` : full}
      className="tabular whitespace-nowrap"
    >
      {withTime ? full : day.format(date)}
    </time>
  )
}
