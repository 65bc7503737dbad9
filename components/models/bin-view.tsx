'use client'

import { useState } from 'react'
import { useCommand } from '@/components/people/use-command'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Trash2 } from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import { purgeModelAction, restoreModelAction } from '@/lib/actions/models'

type Binned = { id: string; name: string; deletedAt: string; deletedBy: string; goesAt: string }

/** Deleted models: to restore until their time is over, or to be rid of at once. */
export function BinView({ models, now }: { models: readonly Binned[]; now: string }) {
  const { run, ask, isPending } = useCommand()
  const [purging, setPurging] = useState<Binned>()
  return (
    <>
      <TopBar crumbs={[{ label: 'Models', href: '/models' }, { label: 'Deleted models' }]} />
      <PageBody className="px-4 py-5 md:px-6">
        <div className="mx-auto max-w-4xl">
          {models.length === 0 ? (
            <div className="rounded-lg border border-line-strong border-dashed">
              <EmptyState
                icon={<Trash2 aria-hidden />}
                title="Nothing was deleted"
                actions={<ButtonLink href="/models">Go to the models</ButtonLink>}
              >
                A model that is deleted stays here for 30 days and can be restored whole.
              </EmptyState>
            </div>
          ) : (
            <ul
              aria-label="Deleted models"
              className="divide-y divide-line rounded-lg border border-line bg-surface"
            >
              {models.map((model) => (
                <li key={model.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
                  <div className="min-w-0 flex-1 basis-60">
                    <p className="[overflow-wrap:anywhere] font-medium">{model.name}</p>
                    <p className="text-ink-muted text-xs">
                      Deleted by {model.deletedBy} on <Time at={model.deletedAt} now={now} />, deleted for
                      good on <Time at={model.goesAt} now={now} />
                    </p>
                  </div>
                  <div className="flex gap-2">
                    <Button
                      size="sm"
                      disabled={isPending}
                      aria-label={`Restore ${model.name}`}
                      onClick={() =>
                        run(() => restoreModelAction({ id: model.id }), `Restored ${model.name}.`)
                      }
                    >
                      Restore
                    </Button>
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={`Delete ${model.name} for good`}
                      onClick={() => setPurging(model)}
                    >
                      Delete for good
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </div>
      </PageBody>
      <ConfirmDialog
        isDangerous
        title={`Delete ${purging?.name ?? 'this model'} for good?`}
        confirmLabel="Delete for good"
        isOpen={purging !== undefined}
        onOpenChange={(open) => open || setPurging(undefined)}
        onConfirm={() => ask(() => purgeModelAction({ id: purging?.id ?? '' }), 'Deleted for good.')}
      >
        Its components, decisions, versions and history go at once. You cannot undo this.
      </ConfirmDialog>
    </>
  )
}
