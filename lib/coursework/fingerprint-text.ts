/** Words in a run, and runs in a window: of each window of hashes the smallest is kept. */
const RUN = 5
const WINDOW = 4

/** Kept runs of words, in the order of the text: the hash of each, and the line of its first word. */
export type Prints = { hashes: Uint32Array; lines: Uint32Array }

/** Words of a text as hashes of their small letters, with their lines. */
export type HashedWords = { hashes: number[]; lines: number[] }

const OFFSET = 2_166_136_261
const PRIME = 16_777_619

/** Adds the words of a text to `words`. Lines count from `firstLine`. */
export function hashWords(text: string, firstLine = 1, words: HashedWords = { hashes: [], lines: [] }) {
  const small = text.toLowerCase()
  let line = firstLine
  let hash = 0
  let isInside = false
  for (let at = 0; at <= small.length; at++) {
    const code = at < small.length ? small.charCodeAt(at) : 32
    if (isWordCode(code)) {
      hash = Math.imul((isInside ? hash : OFFSET) ^ code, PRIME)
      isInside = true
      continue
    }
    if (isInside) {
      words.hashes.push(hash >>> 0)
      words.lines.push(line)
      isInside = false
    }
    if (code === 10) line++
  }
  return words
}

const known = new Map<number, boolean>()

function isWordCode(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58)
  const before = known.get(code)
  if (before !== undefined) return before
  const isWord = /[\p{L}\p{N}]/u.test(String.fromCharCode(code))
  known.set(code, isWord)
  return isWord
}

/** Winnowing: a selection of a text's word runs such that every shared run of eight words is found. */
export function fingerprint({ hashes: words, lines }: HashedWords): Prints {
  const runs = new Uint32Array(Math.max(0, words.length - RUN + 1))
  for (let at = 0; at < runs.length; at++) {
    let hash = OFFSET
    for (let word = at; word < at + RUN; word++) hash = Math.imul(hash ^ (words[word] as number), PRIME)
    // Mixed once more: the last word alone must not decide which run of a window is the smallest.
    hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507)
    runs[at] = (hash ^ (hash >>> 13)) >>> 0
  }
  const kept: number[] = []
  let last = -1
  const windows = Math.max(runs.length > 0 ? 1 : 0, runs.length - WINDOW + 1)
  for (let from = 0; from < windows; from++) {
    let least = from
    const to = Math.min(from + WINDOW, runs.length)
    for (let at = from + 1; at < to; at++) if ((runs[at] as number) <= (runs[least] as number)) least = at
    if (least === last) continue
    last = least
    kept.push(least)
  }
  return {
    hashes: Uint32Array.from(kept, (at) => runs[at] as number),
    lines: Uint32Array.from(kept, (at) => lines[at] as number),
  }
}
