/** What a file's text becomes when it must stand on one line: control characters become blanks, and it is cut at `max`. */
export function toLine(value: string, max = 300): string {
  const flat = value.replace(/\p{Cc}+/gu, ' ').trim()
  return flat.length > max ? `${flat.slice(0, max - 1)}…` : flat
}
