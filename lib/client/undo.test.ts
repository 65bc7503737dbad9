import { expect, test } from 'vitest'
import { emptyUndoStack, MAX_STEPS, pushStep, takeRedo, takeUndo } from '@/lib/client/undo'

const step = (label: string) => ({ label, inverse: [] })

test('gives steps back newest first', () => {
  const stack = pushStep(pushStep(emptyUndoStack, step('one')), step('two'))
  const taken = takeUndo(stack)
  expect(taken?.step.label).toBe('two')
  expect(takeUndo(taken?.rest ?? emptyUndoStack)?.step.label).toBe('one')
})

test('a new change empties what could be done again', () => {
  const stack = pushStep({ undo: [], redo: [step('old')] }, step('new'))
  expect(takeRedo(stack)).toBeUndefined()
})

test('forgets the oldest steps', () => {
  let stack = emptyUndoStack
  for (let i = 0; i <= MAX_STEPS; i++) stack = pushStep(stack, step(String(i)))
  expect([stack.undo.length, stack.undo[0]?.label]).toEqual([MAX_STEPS, '1'])
})
