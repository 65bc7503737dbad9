'use client'

import { useEffect, useMemo, useState } from 'react'
import { isWholeView } from '@/components/canvas/edits/views'
import { announce } from '@/components/ui/live-region'
import { isUnplaced, layOut, placeEdits } from '@/lib/client/lay-out'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import type { Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

export type Layout = { state: 'done' } | { state: 'running' } | { state: 'failed'; sentence: string }

/**
 * The model with a place for everything. What has none (just imported) is laid out in a worker and stored as one change;
 * who may only read gets the same drawing without storing it.
 */
export function useDrawnModel(viewId: string): { model: ThreatModel; layout: Layout; retry: () => void } {
  const store = useModelStore()
  const model = useModel((state) => state.model)
  const canEdit = useModel((state) => state.canEdit)
  const [unsaved, setUnsaved] = useState<Readonly<Record<string, Placement>> | undefined>()
  const [failure, setFailure] = useState<string | undefined>()
  // Other views hold what somebody put there and nothing else.
  const needsLayout =
    isWholeView(model, viewId) && isUnplaced(model, viewId) && !(unsaved && coversAll(model, unsaved))

  useEffect(() => {
    if (!needsLayout || failure !== undefined) return
    const { model: now, catalogue } = store.getState()
    const run = layOut(now, catalogue, viewId)
    void run.done.then((result) => {
      if (typeof result === 'string') return setFailure(result)
      if (!canEdit) return setUnsaved(result)
      const state = store.getState()
      const edits = placeEdits(state.model, viewId, result)
      if (edits.length > 0) state.apply('Lay out the drawing', edits, { isOwnStep: false })
      announce('The drawing is laid out.')
    })
    return run.cancel
  }, [needsLayout, failure, canEdit, store, viewId])

  const layout: Layout =
    failure !== undefined
      ? { state: 'failed', sentence: failure }
      : needsLayout
        ? { state: 'running' }
        : { state: 'done' }
  const drawn = useMemo(
    () => (unsaved ? withPlacements(model, viewId, unsaved) : model),
    [model, viewId, unsaved],
  )
  return { model: drawn, layout, retry: () => setFailure(undefined) }
}

function coversAll(model: ThreatModel, placements: Readonly<Record<string, Placement>>): boolean {
  return Object.keys(model.components).every((id) => Object.hasOwn(placements, id))
}

function withPlacements(
  model: ThreatModel,
  viewId: string,
  placements: Readonly<Record<string, Placement>>,
): ThreatModel {
  const view = entryOf(model.views, viewId)
  return view
    ? { ...model, views: { ...model.views, [viewId]: { ...view, placements: { ...placements } } } }
    : model
}
