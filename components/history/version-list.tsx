'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { VersionView } from '@/components/history/history-types'
import { useCommand } from '@/components/people/use-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Bookmark, Trash2 } from '@/components/ui/icons'
import { Select } from '@/components/ui/select'
import { Time } from '@/components/ui/time'
import { removeVersionAction } from '@/lib/actions/history'

type VersionListProps = { modelId: string; versions: readonly VersionView[]; now: string; canRemove: boolean }

/** The named versions: to read, to compare, for owners to remove. */
export function VersionList({ modelId, versions, now, canRemove }: VersionListProps) {
  const [removing, setRemoving] = useState<VersionView>()
  const { ask } = useCommand()
  const base = `/models/${encodeURIComponent(modelId)}/history`
  if (versions.length === 0) {
    return (
      <div className="rounded-lg border border-line-strong border-dashed">
        <EmptyState icon={<Bookmark aria-hidden />} title="No versions yet" level={3}>
          Keep one when the model goes to a review, so that everybody reads the same.
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <ul aria-label="Versions" className="divide-y divide-line rounded-lg border border-line bg-surface">
        {versions.map((version) => (
          <li key={version.id} className="flex items-start gap-3 px-3 py-2.5">
            <div className="min-w-0 flex-1">
              <Link
                href={`${base}/${encodeURIComponent(version.id)}`}
                className="[overflow-wrap:anywhere] font-medium text-accent hover:underline"
              >
                {version.name}
              </Link>
              <p className="text-ink-muted text-xs">
                {version.keptBy}, <Time at={version.at} now={now} withTime />, after change {version.seq}
              </p>
              {version.note ? (
                <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{version.note}</p>
              ) : null}
            </div>
            {canRemove ? (
              <IconButton
                size="sm"
                label={`Remove ${version.name}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => setRemoving(version)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <CompareForm base={base} versions={versions} />
      <ConfirmDialog
        isDangerous
        title={`Remove ${removing?.name ?? 'this version'}?`}
        confirmLabel="Remove version"
        isOpen={removing !== undefined}
        onOpenChange={(open) => open || setRemoving(undefined)}
        onConfirm={() =>
          ask(
            () => removeVersionAction({ id: modelId, versionId: removing?.id ?? '' }),
            'Removed the version.',
          )
        }
      >
        Its report can no longer be read here. The history of the model stays whole. You cannot undo this.
      </ConfirmDialog>
    </>
  )
}

function CompareForm({ base, versions }: { base: string; versions: readonly VersionView[] }) {
  const router = useRouter()
  const [from, setFrom] = useState(versions[0]?.id ?? '')
  const [to, setTo] = useState('now')
  const options = versions.map((version) => (
    <option key={version.id} value={version.id}>
      {version.name}
    </option>
  ))
  return (
    <form
      className="mt-3 flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        router.push(`${base}/compare?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`)
      }}
    >
      <span className="text-ink-muted">Compare</span>
      <Select
        aria-label="Compare from"
        className="w-44!"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      >
        {options}
      </Select>
      <span className="text-ink-muted">with</span>
      <Select
        aria-label="Compare with"
        className="w-44!"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      >
        <option value="now">the model as it is now</option>
        {options}
      </Select>
      <Button type="submit" disabled={from === to}>
        Compare
      </Button>
    </form>
  )
}
