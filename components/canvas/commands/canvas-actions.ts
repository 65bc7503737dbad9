import { openCanvasDialog, renameInPlace } from '@/components/canvas/canvas-ui'
import { addComponent, type Spot } from '@/components/canvas/edits/add-component'
import { newFlow, reverseEdits, whyNotConnect } from '@/components/canvas/edits/connect'
import { moveIntoRoom, whyNotNest } from '@/components/canvas/edits/nest'
import { removal } from '@/components/canvas/edits/remove'
import { resized, resizeEdits } from '@/components/canvas/edits/resize'
import { outermost, whyNotIn } from '@/components/canvas/edits/standing'
import { nameThings } from '@/components/canvas/edits/words'
import { type Box, boundsOf, type Point } from '@/components/canvas/geometry'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'
import { nameElement } from '@/lib/analysis/words/name-element'
import type { ModelStore } from '@/lib/client/model-store'
import { newId } from '@/lib/client/new-id'
import { elementOf } from '@/lib/model/element-of'
import { entryOf } from '@/lib/model/records'
import { toLine } from '@/lib/model/to-line'

/** What the actions need to know of the page. */
export type Sight = {
  viewId: string
  boxes: ReadonlyMap<string, Box>
  /** The middle of what is seen of the drawing; undefined in the list. */
  middle(): Point | undefined
  /** Selects it and brings it into sight. */
  reveal(id: string): void
}

export type CanvasActions = ReturnType<typeof createCanvasActions>

/** Everything that a person can do to the drawing, whichever way it is asked for. Each is one change that undo takes back. */
export function createCanvasActions(store: ModelStore, sight: () => Sight) {
  const selected = () => [...store.getState().selection].filter((id) => elementOf(store.getState().model, id))
  const components = () => selected().filter((id) => entryOf(store.getState().model.components, id))
  const refuse = (sentence: string) => toast({ title: sentence, tone: 'danger' })

  /** Where a new component goes when nobody points: into what is selected or around it, else to the middle. */
  function spotFor(type: string): Spot {
    const { model, catalogue, selectedId } = store.getState()
    const seen = new Set<string>()
    let up = selectedId === undefined ? undefined : entryOf(model.components, selectedId)
    while (up && !seen.has(up.id)) {
      if (!whyNotIn(catalogue, '', type, up)) return { kind: 'inside', parentId: up.id }
      seen.add(up.id)
      up = up.parentId === undefined ? undefined : entryOf(model.components, up.parentId)
    }
    const { boxes, middle } = sight()
    const bounds = boundsOf(boxes.values())
    const beside = bounds ? { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height } : { x: 0, y: 0 }
    return { kind: 'near', point: middle() ?? beside }
  }

  return {
    selected,
    components,

    /** Adds a component and lets one type its name. With `parentId` of a spot, it asks whether it may stand there. */
    add(type: string, spot: Spot = spotFor(type)): string | undefined {
      const { model, catalogue, apply } = store.getState()
      const parent = spot.kind === 'near' ? undefined : entryOf(model.components, spot.parentId ?? '')
      const problem = parent && whyNotIn(catalogue, '', type, parent)
      if (problem) {
        refuse(problem)
        return undefined
      }
      const { viewId, boxes } = sight()
      const { component, edits } = addComponent({ model, catalogue, viewId, boxes, type, id: newId(), spot })
      if (!apply(toLine(`Add ${component.name}`, 200), edits, { atomic: true })) return undefined
      sight().reveal(component.id)
      renameInPlace(component.id)
      announce(`Added ${component.name}${parent ? ` inside ${parent.name}` : ''}. Type its name.`)
      return component.id
    },

    rename(): void {
      const [id] = selected()
      if (id === undefined) return
      sight().reveal(id)
      renameInPlace(id)
    },

    remove(contents: boolean): void {
      const { model, catalogue, apply, select } = store.getState()
      const chosen = selected()
      if (chosen.length === 0) return
      const { edits, components: gone, flows } = removal(model, chosen, contents)
      const along = flows.filter((id) => !chosen.includes(id))
      const words = nameThings(model, catalogue, [...gone, ...flows.filter((id) => chosen.includes(id))])
      if (!apply(toLine(`Delete ${words}`, 200), edits, { atomic: true })) return
      select(undefined)
      toast({
        title: `Deleted ${words}.`,
        ...(along.length > 0 && {
          description: `With ${along.length === 1 ? 'its data flow' : `${along.length} data flows`}.`,
        }),
        action: { label: 'Undo', onClick: () => store.getState().undo() },
      })
    },

    /** Joins two components; the new flow is selected, so that its facts can be told at once. */
    connect(from: string, to: string, type?: string): string | undefined {
      const { model, catalogue, apply, select } = store.getState()
      const problem = whyNotConnect(model, { from, to })
      if (problem) {
        refuse(problem)
        return undefined
      }
      const flow = newFlow(model, catalogue, newId(), { from, to }, type)
      const ends = [from, to].map((id) => nameElement(id, model, catalogue)).join(' to ')
      if (!apply(toLine(`Connect ${ends}`, 200), [{ type: 'add-flow', flow }])) return undefined
      select(flow.id)
      announce(`Connected ${ends}.`)
      return flow.id
    },

    /** With two selected joins them; with one asks for the other end. */
    startConnecting(): void {
      const [from, to, ...more] = components()
      if (from === undefined || more.length > 0) return
      if (to === undefined) openCanvasDialog({ kind: 'connect', from })
      else this.connect(from, to)
    },

    reverse(): void {
      const { model, catalogue, apply } = store.getState()
      const flows = selected().flatMap((id) => entryOf(model.flows, id) ?? [])
      if (flows.length === 0) return
      const words = nameThings(
        model,
        catalogue,
        flows.map(({ id }) => id),
      )
      apply(toLine(`Turn around ${words}`, 200), flows.flatMap(reverseEdits), { atomic: true })
    },

    resize(id: string, box: Box): void {
      const { model, catalogue, apply } = store.getState()
      const { viewId, boxes } = sight()
      const label = toLine(`Resize ${nameElement(id, model, catalogue)}`, 200)
      if (apply(label, resizeEdits(model, viewId, boxes, id, box), { atomic: true }))
        announce(`${label}: done.`)
    },

    /** Makes the boundary that is selected larger, or smaller as far as its contents allow. */
    resizeBy(by: number): void {
      const { model, selectedId } = store.getState()
      if (selectedId === undefined) return
      const box = resized(model, sight().boxes, selectedId, { x: 1, y: 1 }, { x: by, y: by })
      if (box) this.resize(selectedId, box)
    },

    /** Puts what is selected into another component, in free room. False and a sentence when it may not stand there. */
    moveInto(ids: readonly string[], parentId: string | undefined): boolean {
      const { model, catalogue, apply } = store.getState()
      const roots = outermost(model, ids)
      const problem = whyNotNest(model, catalogue, roots, parentId)
      if (problem) {
        refuse(problem)
        return false
      }
      const edits = moveIntoRoom(model, catalogue, sight().viewId, roots, parentId)
      const where = parentId === undefined ? 'to the top' : `into ${nameElement(parentId, model, catalogue)}`
      const label = toLine(`Move ${nameThings(model, catalogue, roots)} ${where}`, 200)
      if (!apply(label, edits, { atomic: true })) return false
      announce(`${label}: done.`)
      return true
    },
  }
}
