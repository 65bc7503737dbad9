import { countOf } from '@/lib/model/format-count'
/**
 * Where the sending of edits stands. `opening`: what an earlier visit kept is not read yet, so that nobody knows. `halted`:
 * the server will not take them until the person does something.
 */
export type Sending =
  | { state: 'opening' }
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'offline' }
  | { state: 'halted'; sentence: string }

export type SavedState = {
  tone: 'saved' | 'saving' | 'offline' | 'attention'
  words: string
  detail?: string
}

/** The words of the top bar for what is kept here and what the server said. */
export function describeSaved(of: { pending: number; refused: number; sending: Sending }): SavedState {
  const { pending, refused, sending } = of
  if (sending.state === 'halted' && pending === 0) {
    return { tone: 'attention', words: 'Cut off', detail: sending.sentence }
  }
  if (sending.state === 'halted') {
    return { tone: 'attention', words: `Not saved, ${edits(pending)} kept here`, detail: sending.sentence }
  }
  if (sending.state === 'offline' && pending > 0) {
    return { tone: 'offline', words: `Offline, ${edits(pending)} kept here` }
  }
  if (refused > 0) return { tone: 'attention', words: `${edits(refused)} to look at again` }
  if (pending > 0) return { tone: 'saving', words: 'Saving' }
  if (sending.state === 'opening') return { tone: 'saving', words: 'Opening' }
  return { tone: 'saved', words: 'Saved' }
}

function edits(count: number): string {
  return countOf(count, 'edit')
}

/** Milliseconds until the next try: 1 s, doubled each time, at most 30 s. `spread` in 0..1 keeps many browsers apart. */
export function retryDelay(attempt: number, spread: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempt)) * (0.75 + spread / 2)
}
