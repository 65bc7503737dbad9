import { cn } from '@/components/ui/cn'

type FileLineProps = { file: string; line?: number | undefined; className?: string }

/** Where something was declared: file:line in mono; long paths lose their beginning, never the line. */
export function FileLine({ file, line, className }: FileLineProps) {
  const slash = file.lastIndexOf('/') + 1
  return (
    <span
      title={line === undefined ? file : `${file}, line ${line}`}
      className={cn('inline-flex max-w-full whitespace-nowrap font-mono text-ink-muted text-xs', className)}
    >
      {slash > 0 ? <span className="min-w-0 shrink truncate">{file.slice(0, slash)}</span> : null}
      <span className="min-w-8 max-w-full shrink-[0.001] truncate">{file.slice(slash)}</span>
      {line === undefined ? null : <span className="tabular shrink-0 text-ink-faint">:{line}</span>}
    </span>
  )
}
