import { areEdits } from '@/lib/client/answers'
import { keepValue, loadValue, type Owner } from '@/lib/client/pending-store'
import type { Step, UndoStack } from '@/lib/client/undo'

// My own steps in a model, so that undo survives a reload. Taking one back checks each edit against the present value,
// so an old step never overwrites what is newer.

/** More edits than this in one step are not kept on disk: an import is undone in the history instead. */
const MAX_EDITS = 1000
const MAX_KEPT = 50

/** Keeps the newest steps. */
export function keepSteps(owner: Owner, { undo, redo }: UndoStack): Promise<void> {
  return keepValue(owner, { undo: newest(undo), redo: newest(redo) })
}

/** The steps of an earlier visit; undefined when there are none that can be read. */
export async function loadSteps(owner: Owner): Promise<UndoStack | undefined> {
  const { undo, redo } = Object(await loadValue(owner)) as Record<string, unknown>
  return areSteps(undo) && areSteps(redo) ? { undo, redo } : undefined
}

/** By form only: this page wrote them, and the server holds every edit against its schema when one is taken back. */
function areSteps(value: unknown): value is Step[] {
  return (
    Array.isArray(value) &&
    value.every(({ label, inverse }) => typeof label === 'string' && areEdits(inverse))
  )
}

/** From the end back to the first step that is too large: what lies before it cannot be reached without it. */
function newest(steps: UndoStack['undo']): UndoStack['undo'] {
  const last = steps.slice(-MAX_KEPT)
  const cut = last.findLastIndex(({ inverse }) => inverse.length > MAX_EDITS)
  return last.slice(cut + 1)
}
