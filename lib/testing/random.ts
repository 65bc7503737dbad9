/** Random numbers of a seed (mulberry32), so that a failing round can be played again. */
export function randomOf(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    /** A whole number from 0 to below `count`. */
    below: (count: number) => Math.floor(next() * count),
    /** One of a list that is not empty. */
    oneOf: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    /** True with this chance. */
    chance: (of: number) => next() < of,
  }
}

export type Random = ReturnType<typeof randomOf>
