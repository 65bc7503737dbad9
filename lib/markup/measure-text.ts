// Widths in parts of the font size, by kind of character, of the wider ones of the usual sans-serif faces: near enough to
// cut text and to place labels, and the same everywhere.
const narrow = /[ijlI1|.,:;!'`()[\]{}\s/\\-]/
const wide = /[mwMW@%&—…]/
const capital = /[A-Z\u00C0-\u00DE]/
const fullWidth = /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60\u{1F000}-\u{1FAFF}]/u

/** The width of text in pixels, at a font size in pixels. */
export function measureText(text: string, size: number): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width * size
}

function widthOf(character: string): number {
  if (narrow.test(character)) return 0.36
  if (wide.test(character)) return 0.92
  if (capital.test(character)) return 0.7
  if (fullWidth.test(character)) return 1.05
  return 0.61
}

/** The text, or as much of its start as fits with an ellipsis. Never cuts a character in two. */
export function fitText(text: string, size: number, maxWidth: number): string {
  if (measureText(text, size) <= maxWidth) return text
  const room = maxWidth - widthOf('…') * size
  let width = 0
  let kept = ''
  for (const character of text) {
    width += widthOf(character) * size
    if (width > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
