import type { Edit } from '@/lib/model/change'

/** What takes one of my changes back, in the order to apply it. */
export type Step = { label: string; inverse: Edit[] }

/** My own changes, newest last. Redo is emptied by every new change. */
export type UndoStack = { undo: readonly Step[]; redo: readonly Step[] }

export const emptyUndoStack: UndoStack = { undo: [], redo: [] }

/** Steps kept; older ones are forgotten. */
export const MAX_STEPS = 200

/** Notes a change that I made. */
export function pushStep(stack: UndoStack, step: Step): UndoStack {
  return { undo: [...stack.undo, step].slice(-MAX_STEPS), redo: [] }
}

/** The step to take back, and the stack without it. */
export function takeUndo(stack: UndoStack): { step: Step; rest: UndoStack } | undefined {
  const step = stack.undo.at(-1)
  return step && { step, rest: { ...stack, undo: stack.undo.slice(0, -1) } }
}

/** The step to do again, and the stack without it. */
export function takeRedo(stack: UndoStack): { step: Step; rest: UndoStack } | undefined {
  const step = stack.redo.at(-1)
  return step && { step, rest: { ...stack, redo: stack.redo.slice(0, -1) } }
}
