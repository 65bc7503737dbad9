import { ArrowRight } from '@/components/ui/icons'

/** What a value was and what it became, in words. */
export function ValueChange({ from, to }: { from: string; to: string }) {
  return (
    <>
      <del className="text-ink-muted [overflow-wrap:anywhere]">{from}</del>
      <ArrowRight aria-label="becomes" className="size-3 translate-y-0.5 text-ink-faint" />
      <ins className="font-medium text-ink no-underline [overflow-wrap:anywhere]">{to}</ins>
    </>
  )
}
