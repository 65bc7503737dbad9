import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { CircleAlert, CircleCheck, type IconType, Info, TriangleAlert } from '@/components/ui/icons'

type Tone = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<Tone, { icon: IconType; tint: string; text: string }> = {
  info: { icon: Info, tint: 'bg-accent-soft', text: 'text-accent' },
  success: { icon: CircleCheck, tint: 'bg-success-soft', text: 'text-success' },
  warning: { icon: TriangleAlert, tint: 'bg-warning-soft', text: 'text-warning' },
  danger: { icon: CircleAlert, tint: 'bg-danger-soft', text: 'text-danger' },
}

type CalloutProps = {
  tone?: Tone
  title?: ReactNode
  action?: ReactNode
  className?: string
  children?: ReactNode
}

/** A sentence that must not be missed, in the flow of the page. `danger` is read out at once. */
export function Callout({ tone = 'info', title, action, className, children }: CalloutProps) {
  const { icon: Icon, tint, text } = looks[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={cn('flex items-start gap-2.5 rounded-md px-3 py-2.5 text-ink text-sm', tint, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', text)} />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  )
}
