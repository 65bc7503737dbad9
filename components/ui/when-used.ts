// The first sign that somebody is there: what they may want next is loaded then, and not before, so that it does not
// stand in the way of what the page shows first.

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'focusin'] as const
const waiting = new Set<() => void>()
let isUsed = false

function onSign(): void {
  isUsed = true
  for (const sign of signs) window.removeEventListener(sign, onSign, true)
  for (const work of waiting) whenIdle(work)
  waiting.clear()
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 200)
}

/** Does it once somebody uses the page and the browser has nothing else to do. Gives a function that calls it off. */
export function whenUsed(work: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  let isOff = false
  const once = () => {
    if (!isOff) work()
  }
  if (isUsed) whenIdle(once)
  else {
    if (waiting.size === 0)
      for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true })
    waiting.add(once)
  }
  return () => {
    isOff = true
    waiting.delete(once)
  }
}
