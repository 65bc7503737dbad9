import type { ReactNode } from 'react'

/** A titled part of an entry's page. `id` is unique on the page. */
export function EntrySection({
  id,
  title,
  aside,
  children,
}: {
  id: string
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2
        id={id}
        className="flex items-baseline justify-between gap-2 border-line border-b pb-1 font-semibold text-base"
      >
        {title}
        {aside ? <span className="font-normal text-ink-muted text-xs">{aside}</span> : null}
      </h2>
      {children}
    </section>
  )
}

/** The column that an entry is read in. */
export function EntryColumn({ children }: { children: ReactNode }) {
  return <article className="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-6 md:px-6">{children}</article>
}
