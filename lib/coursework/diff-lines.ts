/** A line of two texts: in both, only in the first, or only in the second. Numbers count from 1. */
export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string; before?: number; after?: number }

/** Lines that are compared at most; beyond that what differs is shown as gone and new as a whole. */
const MAX_LINES = 3_000

/** What changed between two texts, line by line: the longest run of lines that both have stays the same. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.replaceAll('\r', '').split('\n')
  const b = after.replaceAll('\r', '').split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const result: DiffLine[] = []
  const same = (at: number, bt: number) =>
    result.push({ kind: 'same', text: a[at] ?? '', before: at + 1, after: bt + 1 })
  for (let at = 0; at < head; at++) same(at, at)
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head, result)
  for (let at = tail; at > 0; at--) same(a.length - at, b.length - at)
  return result
}

function middle(a: readonly string[], b: readonly string[], from: number, result: DiffLine[]): void {
  const width = b.length + 1
  const isLarge = a.length > MAX_LINES || b.length > MAX_LINES || a.length * b.length > 4_000_000
  const longest = new Uint16Array(isLarge ? 0 : (a.length + 1) * width)
  if (!isLarge)
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        longest[i * width + j] =
          a[i] === b[j]
            ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
            : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (!isLarge && i < a.length && j < b.length && a[i] === b[j]) {
      result.push({ kind: 'same', text: a[i] ?? '', before: from + ++i, after: from + ++j })
    } else if (
      i < a.length &&
      (j >= b.length || isLarge || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      result.push({ kind: 'gone', text: a[i] ?? '', before: from + ++i })
    } else result.push({ kind: 'new', text: b[j] ?? '', after: from + ++j })
  }
}
