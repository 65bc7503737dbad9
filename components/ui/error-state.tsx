import type { ReactNode } from 'react'
import { TriangleAlert } from '@/components/ui/icons'

type ErrorStateProps = {
  /** What happened. */
  title: string
  /** Where, and what to do. */
  children?: ReactNode
  actions?: ReactNode
  /** What to quote when asking for help. */
  reference?: string
  level?: 1 | 2
}

/** It did not work: what happened, where, what to do. */
export function ErrorState({ title, children, actions, reference, level = 2 }: ErrorStateProps) {
  const Heading = `h${level}` as const
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center">
      <div className="mb-4 flex size-10 items-center justify-center rounded-lg bg-danger-soft text-danger">
        <TriangleAlert aria-hidden className="size-5" />
      </div>
      <Heading className="text-balance font-semibold text-lg">{title}</Heading>
      {children ? <div className="mt-1 text-balance text-ink-muted">{children}</div> : null}
      {reference ? (
        <p className="mt-3 text-ink-muted text-xs">
          Reference <code className="font-mono text-ink">{reference}</code>
        </p>
      ) : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
