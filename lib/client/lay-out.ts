import type { Catalogue } from '@/lib/catalogue/catalogue'
import { layoutGraphOf } from '@/lib/layout/layout-graph'
import type { EditOf } from '@/lib/model/change'
import type { Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { isSame } from '@/lib/model/same'
import type { ThreatModel } from '@/lib/model/threat-model'
import { layoutInWorker } from '@/lib/workers/layout-in-worker'

type Placements = Readonly<Record<string, Placement>>

/** True when a component has no place in the view yet. */
export function isUnplaced(model: ThreatModel, viewId: string): boolean {
  const placements = entryOf(model.views, viewId)?.placements ?? {}
  return Object.keys(model.components).some((id) => !Object.hasOwn(placements, id))
}

export type LayoutRun = { done: Promise<Placements | string>; cancel(): void }

/** Finds a place for every component that has none, in a worker. Gives placements, or a sentence of what went wrong. */
export function layOut(model: ThreatModel, catalogue: Catalogue, viewId: string): LayoutRun {
  const existing = entryOf(model.views, viewId)?.placements ?? {}
  const graph = layoutGraphOf(model, catalogue)
  const run = layoutInWorker(
    Object.keys(existing).length > 0 ? { graph, existing: { ...existing } } : { graph },
  )
  const done = run.answer.then((answer) => (answer.ok ? answer.placements : answer.sentence))
  return { done, cancel: run.cancel }
}

/** The edits that bring a view to these placements. */
export function placeEdits(model: ThreatModel, viewId: string, placements: Placements): EditOf<'place'>[] {
  const existing = entryOf(model.views, viewId)?.placements ?? {}
  return Object.entries(placements).flatMap(([componentId, value]) => {
    const was = entryOf(existing, componentId) ?? null
    if (isSame(was, value) || !entryOf(model.components, componentId)) return []
    return [{ type: 'place', viewId, componentId, value, was } as const]
  })
}
