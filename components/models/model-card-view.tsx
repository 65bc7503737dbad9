'use client'

import { CircleCheck, Ellipsis, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { openThreats } from '@/components/models/arrange-models'
import { DeleteModelDialog } from '@/components/models/delete-model-dialog'
import type { DeleteModel } from '@/components/models/model-actions'
import { SeverityBar } from '@/components/models/severity-bar'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu, MenuItem } from '@/components/ui/menu'
import { SeverityCounts } from '@/components/ui/severity-counts'
import { Time } from '@/components/ui/time'
import type { ModelCard, ThreatCounts } from '@/lib/model/protocol'

type ModelCardViewProps = {
  model: ModelCard
  now: string
  canDelete: boolean
  deleteModel: DeleteModel
}

/** One model: its name is the link, the card its target. */
export function ModelCardView({ model, now, canDelete, deleteModel }: ModelCardViewProps) {
  const [isDeleting, setDeleting] = useState(false)
  const open = openThreats(model)
  return (
    <article className="group relative flex h-full flex-col rounded-lg border border-line bg-surface p-4 transition-colors duration-(--motion-fast) hover:border-line-strong">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 [overflow-wrap:anywhere] font-semibold text-base">
          <Link
            href={`/models/${encodeURIComponent(model.id)}/canvas`}
            className="line-clamp-2 after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {model.name}
          </Link>
        </h2>
        {canDelete ? (
          <Menu
            trigger={
              <button
                type="button"
                aria-label={`More for ${model.name}`}
                className={buttonStyle('ghost', 'sm', 'relative -mt-0.5 -mr-1.5 size-7 px-0!')}
              >
                <Ellipsis aria-hidden />
              </button>
            }
          >
            <MenuItem isDangerous icon={<Trash2 aria-hidden />} onSelect={() => setDeleting(true)}>
              Delete
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      <p className="tabular mt-0.5 text-ink-muted text-xs">
        {plural(model.components, 'component')}, {plural(model.flows, 'flow')}
      </p>
      <div className="mt-5 mb-4 flex flex-1 flex-col justify-end">
        {model.counts ? (
          <OpenThreats open={open} counts={model.counts.open} />
        ) : (
          <p className="text-ink-muted text-xs">
            The catalogue of this model is not installed, so its threats are not counted.
          </p>
        )}
      </div>
      <p className="border-line border-t pt-2.5 text-ink-muted text-xs">
        Changed <Time at={model.updatedAt} now={now} />
      </p>
      <DeleteModelDialog
        model={model}
        isOpen={isDeleting}
        onOpenChange={setDeleting}
        deleteModel={deleteModel}
      />
    </article>
  )
}

function OpenThreats({ open, counts }: { open: number; counts: ThreatCounts['open'] }) {
  if (open === 0) {
    return (
      <p className="flex items-center gap-1.5 text-sm text-success">
        <CircleCheck aria-hidden className="size-4" /> No open threats
      </p>
    )
  }
  return (
    <>
      <p className="mb-1.5 flex items-baseline gap-1.5 text-ink-muted text-xs">
        <span className="tabular font-semibold text-ink text-lg leading-none">{open}</span> open
      </p>
      <SeverityBar counts={counts} />
      <SeverityCounts counts={counts} className="mt-2" />
    </>
  )
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
