'use client'

import type { ReactNode } from 'react'
import { PageBody } from '@/components/shell/page-body'
import { useShell } from '@/components/shell/shell-context'
import { TopBar } from '@/components/shell/top-bar'
import { cn } from '@/components/ui/cn'
import { LinkTabs } from '@/components/ui/link-tabs'

const tabs = [
  { href: '/workspace/members', label: 'Members' },
  { href: '/workspace/settings', label: 'Workspaces' },
  { href: '/workspace/account', label: 'Your account' },
]

/** What the pages about people share: the top bar and their tabs. */
export function WorkspaceFrame({ children }: { children: ReactNode }) {
  const { workspace } = useShell()
  return (
    <>
      <TopBar crumbs={[{ label: 'Workspace' }, { label: workspace.name }]} />
      <div className="flex h-10 shrink-0 items-center border-line border-b bg-surface px-2 md:px-3">
        <LinkTabs label="Parts of the workspace" tabs={tabs} />
      </div>
      <PageBody className="px-4 py-5 md:px-6">
        <div className="mx-auto flex max-w-4xl flex-col gap-8">{children}</div>
      </PageBody>
    </>
  )
}

/** A part of such a page, with its heading and what can be done with all of it. */
export function Section({
  title,
  lead,
  action,
  children,
}: {
  title: string
  lead?: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-label={title}>
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className={cn('min-w-0 flex-1', lead && 'basis-72')}>
          <h2 className="font-semibold text-lg">{title}</h2>
          {lead ? <p className="text-ink-muted">{lead}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}

/** Rows in a quiet box. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line bg-surface">
      {children}
    </ul>
  )
}
