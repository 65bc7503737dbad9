import type { LayoutGraph, Placements } from '@/lib/layout/layout-graph'
import { layoutNested } from '@/lib/layout/layout-nested'
import { placeInto } from '@/lib/layout/place-into'

/** What to lay out. With `existing`, those placements stay and the rest is put in free space. */
export type LayoutRequest = { graph: LayoutGraph; existing?: Placements }

export type LayoutAnswer = { ok: true; placements: Placements } | { ok: false; sentence: string }

/** Answers a request; a failure becomes a sentence, because an exception would not reach the page. */
export function answerLayout(request: LayoutRequest): LayoutAnswer {
  try {
    const placements = request.existing
      ? placeInto(request.graph, request.existing)
      : layoutNested(request.graph)
    return { ok: true, placements }
  } catch (error) {
    return { ok: false, sentence: `The layout could not be made: ${(error as Error).message}` }
  }
}
