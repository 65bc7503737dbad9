import type { ReactNode } from 'react'
import { LogoMark } from '@/components/ui/logo'

/** The one thing on a page before one is signed in. */
export function AccountCard({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(3rem,14vh)] pb-12">
      <div className="mb-6 flex items-center gap-2.5">
        <LogoMark className="size-7" />
        <span className="font-semibold text-lg">Bulkhead</span>
      </div>
      <div className="w-full max-w-sm rounded-lg border border-line bg-surface p-6">
        <h1 className="font-semibold text-xl">{title}</h1>
        {lead ? <div className="mt-1 text-ink-muted">{lead}</div> : null}
        <div className="mt-5">{children}</div>
      </div>
    </main>
  )
}
