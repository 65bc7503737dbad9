import { verdictWords } from '@/components/findings/finding-words'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import type { Finding } from '@/lib/analysis/findings/list-findings'
import { formatCount } from '@/lib/model/format-count'

/** The head of a group: what it is, how many, and the risk that goes when all of it is fixed. */
export function GroupLine({ title, count, removed }: { title: string; count: number; removed: number }) {
  return (
    <div className="flex h-full items-center gap-2 border-line border-b bg-sunken px-3 text-sm">
      <h3 className="min-w-0 flex-1 truncate font-medium" title={title}>
        {title}
      </h3>
      {removed > 0 ? (
        <span className="tabular shrink-0 text-ink-muted text-xs">removes risk {removed}</span>
      ) : null}
      <span className="tabular shrink-0 text-right text-ink-muted text-xs sm:w-18">
        {formatCount(count)}
        <span className="max-sm:sr-only"> {count === 1 ? 'finding' : 'findings'}</span>
      </span>
    </div>
  )
}

type FindingLineProps = {
  finding: Finding
  place: string
  showsTitle: boolean
  isChosen: boolean
  isOpen: boolean
  isSelected: boolean
  onSelect: (isOn: boolean) => void
  onOpen: () => void
}

/** One verdict at one place. */
export function FindingLine(props: FindingLineProps) {
  const { finding, place, showsTitle, isChosen, isOpen, isSelected, onSelect, onOpen } = props
  const { check, verdict, threats, elementId } = finding
  const { label, tone } = verdictWords[verdict]
  const title = [check.id, check.title].filter(Boolean).join(' ')
  return (
    <div
      className={cn(
        'flex h-full items-center gap-2 border-line border-b px-3 text-sm hover:bg-hover',
        isOpen && 'bg-accent-soft',
      )}
    >
      {verdict === 'fail' ? (
        <Checkbox
          aria-label={`Select ${title} on ${place}`}
          checked={isSelected}
          onChange={({ target }) => onSelect(target.checked)}
        />
      ) : (
        <span className="w-6 shrink-0" />
      )}
      <Badge tone={tone}>{label}</Badge>
      <button
        type="button"
        onClick={onOpen}
        aria-current={isOpen || undefined}
        className="min-h-6 min-w-0 flex-1 truncate text-left"
      >
        <span className={elementId === null ? 'text-ink-muted' : 'font-medium'}>{place}</span>
        {showsTitle ? <span className="text-ink-muted">: {title}</span> : null}
      </button>
      {isChosen ? <Badge tone="accent">To fix</Badge> : null}
      {check.mismatch ? <Badge tone="warning">Number and title differ</Badge> : null}
      {threats.length > 0 ? (
        <span className="tabular hidden text-ink-muted text-xs sm:inline">
          {formatCount(threats.length)} {threats.length === 1 ? 'threat' : 'threats'}
        </span>
      ) : null}
    </div>
  )
}
