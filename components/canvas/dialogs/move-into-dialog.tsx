'use client'

import { useMemo } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { type Choice, ComponentPicker, choicesOf } from '@/components/canvas/dialogs/component-picker'
import { whyNotNest } from '@/components/canvas/edits/nest'
import { isBoundaryType, mayHoldAnything, outermost } from '@/components/canvas/edits/standing'
import { nameThings } from '@/components/canvas/edits/words'
import { Dialog } from '@/components/ui/dialog'
import { useModel } from '@/lib/client/model-provider'

/** Asks what components are to stand inside of. */
export function MoveIntoDialog({ ids, actions }: { ids: readonly string[]; actions: CanvasActions }) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const choices = useMemo((): Choice[] => {
    const roots = outermost(model, ids)
    const problemOf = (id: string) => whyNotNest(model, catalogue, roots, id)
    const holders = Object.values(model.components).filter(
      ({ id, type }) =>
        !ids.includes(id) &&
        (isBoundaryType(catalogue, type) || (mayHoldAnything(catalogue, type) && !problemOf(id))),
    )
    return [{ id: undefined, label: 'The top of the drawing' }, ...choicesOf(holders, problemOf)]
  }, [model, catalogue, ids])
  return (
    <Dialog
      title={`Move ${nameThings(model, catalogue, ids)} into`}
      isOpen
      onOpenChange={(isOpen) => !isOpen && openCanvasDialog(undefined)}
    >
      <ComponentPicker
        label="What it stands inside of"
        choices={choices}
        onChoose={({ id }) => actions.moveInto(ids, id) && openCanvasDialog(undefined)}
      />
    </Dialog>
  )
}
