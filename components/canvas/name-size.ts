/** Characters that fit on one line of a card from far away, by size, beside a count and without one. */
const room = {
  counted: [7, 8, 10, 12],
  plain: [9, 12, 14, 17],
} as const

/** How a name is written from far away, largest first; their sizes stand in canvas.css. */
const sizes = ['', 'is-medium', 'is-long', 'is-longest'] as const

/** A name in the pieces between which a line may end: at blanks; without any after a slash, a colon, an at sign, a hyphen. */
export function namePieces(name: string): string[] {
  return name.split(/\s/.test(name) ? /(?<=\s)/ : /(?<=[/:@-])/)
}

/** The largest size at which no word is torn and two lines hold the name. The largest of all has room for one line only. */
export function nameSize(name: string, hasCount: boolean): (typeof sizes)[number] {
  const longest = Math.max(...namePieces(name).map((piece) => piece.trimEnd().length))
  const at = (hasCount ? room.counted : room.plain).findIndex(
    (fits, index) => longest <= fits && name.length <= (index === 0 ? fits : 2 * fits),
  )
  return sizes[at] ?? 'is-longest'
}
