import { expect, test } from 'vitest'
import { isPressed, type Pressed } from '@/components/shell/match-keys'

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test('Mod is Ctrl or Command, and Shift tells undo from redo', () => {
  expect(isPressed(press('z', { ctrlKey: true }), ['Mod', 'Z'])).toBe(true)
  expect(isPressed(press('z', { metaKey: true }), ['Mod', 'Z'])).toBe(true)
  expect(isPressed(press('Z', { ctrlKey: true, shiftKey: true }), ['Mod', 'Z'])).toBe(false)
  expect(isPressed(press('Z', { ctrlKey: true, shiftKey: true }), ['Mod', 'Shift', 'Z'])).toBe(true)
  expect(isPressed(press('z'), ['Mod', 'Z'])).toBe(false)
})

test('signs are the same with and without Shift, letters are not', () => {
  expect(isPressed(press('?', { shiftKey: true }), ['?'])).toBe(true)
  expect(isPressed(press('-'), ['−'])).toBe(true)
  expect(isPressed(press('C', { shiftKey: true }), ['C'])).toBe(false)
  expect(isPressed(press('c', { altKey: true }), ['C'])).toBe(false)
})

test('named keys are matched by their names', () => {
  expect(isPressed(press('Escape'), ['Esc'])).toBe(true)
  expect(isPressed(press('Delete', { shiftKey: true }), ['Shift', 'Delete'])).toBe(true)
  expect(isPressed(press('F2'), ['F2'])).toBe(true)
})
