'use client'

import { useMemo } from 'react'
import { Drawing } from '@/components/reports/drawing'
import { useModel } from '@/lib/client/model-provider'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { applyChange } from '@/lib/model/apply-change'
import { formatCount } from '@/lib/model/format-count'

// Laying out and drawing more than this takes longer than looking at a picture of it is worth.
const MAX_DRAWN = 400

/** The model as it will be, small. */
export function PlanPreview({ plan }: { plan: ImportPlan }) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const after = useMemo(
    () => (plan.change ? applyChange(model, plan.change).model : undefined),
    [model, plan],
  )
  const count = after ? Object.keys(after.components).length : 0
  if (!after || count === 0) return null
  if (count > MAX_DRAWN) {
    return (
      <p className="rounded-md border border-line p-4 text-ink-muted text-xs">
        With {formatCount(count)} components this is too large for a small drawing.
      </p>
    )
  }
  return (
    <figure className="overflow-hidden rounded-md border border-line max-sm:hidden">
      <Drawing
        model={after}
        catalogue={catalogue}
        label={`The model after the import: ${formatCount(count)} components.`}
        className="max-h-80 w-full object-contain"
      />
      <figcaption className="border-line border-t px-3 py-1.5 text-ink-muted text-xs">
        The model after the import
      </figcaption>
    </figure>
  )
}
