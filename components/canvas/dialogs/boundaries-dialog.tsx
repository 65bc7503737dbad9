'use client'

import { useMemo } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import { boundaryEdit, possibleBoundaries } from '@/components/canvas/edits/boundaries'
import { nameThings } from '@/components/canvas/edits/words'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { toLine } from '@/lib/model/to-line'

/** The trust boundaries that components are in. One may be in several; where they are drawn is another matter. */
export function BoundariesDialog({ ids }: { ids: readonly string[] }) {
  const store = useModelStore()
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const zones = useMemo(() => {
    const of = ids.map((id) => possibleBoundaries(model, catalogue, id))
    const [first = [], ...others] = of
    return first.filter(({ id }) => others.every((list) => list.some((zone) => zone.id === id)))
  }, [model, catalogue, ids])
  const what = nameThings(model, catalogue, ids)
  const set = (zoneId: string, name: string, isIn: boolean) => {
    const state = store.getState()
    const edits = ids.flatMap((id) => boundaryEdit(state.model, id, zoneId, isIn) ?? [])
    state.apply(toLine(isIn ? `Add ${what} to ${name}` : `Take ${what} out of ${name}`, 200), edits, {
      atomic: true,
    })
  }
  return (
    <Dialog
      title={`Boundaries of ${what}`}
      description="A component can be in several, as a container on two networks is. Where it is drawn does not change."
      isOpen
      onOpenChange={(isOpen) => !isOpen && openCanvasDialog(undefined)}
    >
      {zones.length === 0 ? (
        <p className="text-ink-muted">
          The model has no boundary that it may be in. Add one first, such as a network or a host.
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {zones.map(({ id, name, type }) => {
            const inside = ids.filter((own) => model.components[own]?.zoneIds.includes(id)).length
            return (
              <li key={id}>
                <Checkbox
                  label={name}
                  hint={catalogue.componentTypes.get(type)?.label ?? type}
                  checked={inside === ids.length}
                  isMixed={inside > 0 && inside < ids.length}
                  onChange={({ target }) => set(id, name, target.checked)}
                />
              </li>
            )
          })}
        </ul>
      )}
    </Dialog>
  )
}
