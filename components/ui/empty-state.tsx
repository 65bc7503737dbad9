import type { ReactNode } from 'react'

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** One or two sentences: what belongs here and how it gets here. */
  children?: ReactNode
  /** The next step, as buttons. */
  actions?: ReactNode
  /** A heading level that fits the page. */
  level?: 2 | 3
}

/** Nothing here yet, and what to do next. */
export function EmptyState({ icon, title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center">
      {icon ? (
        <div className="mb-4 flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-ink-muted [&_svg]:size-5">
          {icon}
        </div>
      ) : null}
      <Heading className="text-balance font-semibold text-lg">{title}</Heading>
      {children ? <div className="mt-1 text-balance text-ink-muted">{children}</div> : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
