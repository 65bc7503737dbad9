/** Words in a run, and runs in a window: of each window of hashes the smallest is kept. */
const RUN = 5
const WINDOW = 4

/** A kept run of words: its hash, and the place of its first word. */
type Print = { hash: number; at: number }
export type PrintedWord = { text: string; line: number }

/** Words of a text in lower case with their lines. Lines count from `firstLine`. */
export function printedWords(text: string, firstLine = 1): PrintedWord[] {
  return text.split('\n').flatMap((line, at) =>
    (line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({
      text: word,
      line: firstLine + at,
    })),
  )
}

/** Winnowing: a selection of a text's word runs such that every shared run of eight words is found. */
export function fingerprintText(words: readonly PrintedWord[]): Print[] {
  const hashes: number[] = []
  for (let at = 0; at + RUN <= words.length; at++) {
    let hash = 2_166_136_261
    for (let word = at; word < at + RUN; word++) {
      const { text } = words[word] as PrintedWord
      for (let letter = 0; letter < text.length; letter++)
        hash = Math.imul(hash ^ text.charCodeAt(letter), 16_777_619)
      hash = Math.imul(hash ^ 32, 16_777_619)
    }
    hashes.push(hash >>> 0)
  }
  const prints: Print[] = []
  let last = -1
  const windows = Math.max(hashes.length > 0 ? 1 : 0, hashes.length - WINDOW + 1)
  for (let from = 0; from < windows; from++) {
    let least = from
    for (let at = from + 1; at < Math.min(from + WINDOW, hashes.length); at++)
      if ((hashes[at] as number) <= (hashes[least] as number)) least = at
    if (least === last) continue
    last = least
    prints.push({ hash: hashes[least] as number, at: least })
  }
  return prints
}
