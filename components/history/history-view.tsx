'use client'

import { useState } from 'react'
import { EntryList } from '@/components/history/entry-list'
import type { History, VersionView } from '@/components/history/history-types'
import { KeepVersionDialog } from '@/components/history/keep-version-dialog'
import { VersionList } from '@/components/history/version-list'
import { FollowModel } from '@/components/reports/follow-model'
import { useShell } from '@/components/shell/shell-context'
import { Button } from '@/components/ui/button'
import { Bookmark } from '@/components/ui/icons'

type HistoryViewProps = {
  modelId: string
  history: History
  versions: readonly VersionView[]
  now: string
}

/** Named versions, and below them who changed what and when. */
export function HistoryView({ modelId, history, versions, now }: HistoryViewProps) {
  const [isKeeping, setKeeping] = useState(false)
  const { role } = useShell().person
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-8 px-4 py-5 md:px-6">
      <FollowModel seq={history.total} />
      <section aria-label="Versions">
        <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-72">
            <h2 className="font-semibold text-lg">Versions</h2>
            <p className="text-ink-muted">
              A version keeps the model and its report under a name. Neither changes any more.
            </p>
          </div>
          {role === 'viewer' ? null : (
            <Button variant="primary" onClick={() => setKeeping(true)}>
              <Bookmark aria-hidden />
              Keep a version
            </Button>
          )}
        </div>
        <VersionList modelId={modelId} versions={versions} now={now} canRemove={role === 'owner'} />
      </section>
      <section aria-label="Changes">
        <h2 className="mb-3 font-semibold text-lg">Changes</h2>
        <EntryList key={history.total} modelId={modelId} first={history} now={now} />
      </section>
      <KeepVersionDialog modelId={modelId} isOpen={isKeeping} onOpenChange={setKeeping} />
    </div>
  )
}
