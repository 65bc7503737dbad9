import { describe, expect, test } from 'vitest'
import { describeSaved, retryDelay } from '@/lib/client/saved-state'

describe('describeSaved', () => {
  test('says saved only when nothing is left to send', () => {
    expect(describeSaved({ pending: 0, refused: 0, sending: { state: 'idle' } }).words).toBe('Saved')
    expect(describeSaved({ pending: 1, refused: 0, sending: { state: 'idle' } }).words).toBe('Saving')
  })

  test('says nothing is saved before what an earlier visit kept was looked for', () => {
    expect(describeSaved({ pending: 0, refused: 0, sending: { state: 'opening' } }).words).toBe('Opening')
  })

  test('counts what is kept here while offline', () => {
    const offline = { state: 'offline' } as const
    expect(describeSaved({ pending: 1, refused: 0, sending: offline }).words).toBe(
      'Offline, 1 edit kept here',
    )
    expect(describeSaved({ pending: 3, refused: 2, sending: offline }).words).toBe(
      'Offline, 3 edits kept here',
    )
  })

  test('asks for a look when edits were refused', () => {
    expect(describeSaved({ pending: 0, refused: 2, sending: { state: 'idle' } })).toMatchObject({
      tone: 'attention',
      words: '2 edits to look at again',
    })
  })

  test('passes on why the server takes nothing', () => {
    const sending = { state: 'halted', sentence: 'Sign in again.' } as const
    expect(describeSaved({ pending: 2, refused: 0, sending }).detail).toBe('Sign in again.')
  })
})

test('waits longer after each failure, up to about half a minute', () => {
  const waits = [0, 1, 2, 3, 10].map((attempt) => retryDelay(attempt, 0.5))
  expect(waits).toEqual([1000, 2000, 4000, 8000, 30_000])
})
