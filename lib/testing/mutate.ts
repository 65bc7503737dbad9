/** Numbers between 0 and 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const FRAGMENTS = [
  ...[
    '\n',
    ' ',
    '  ',
    ': ',
    ':',
    '- ',
    '#',
    ' #',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '|',
    '>',
    '|-\n',
    '&a ',
    '*a',
  ],
  ...[
    '!t ',
    '\t',
    '? ',
    '~',
    '0x1f',
    '\\',
    '\n\n',
    '<<: *a\n',
    'é',
    '%',
    '`',
    '{{ x }}',
    '---\n',
    '$',
    '"a": b\n',
  ],
  ...[
    'null',
    'true',
    '- - ',
    '\n  - x',
    '[a, "b"]',
    '"a\n  b"',
    '__proto__: 1\n',
    '\uFEFF',
    '-1',
    '9'.repeat(30),
  ],
]

/** Texts with one to three random changes each: something put in, taken out, doubled or moved. The same in every run. */
export function* mutations(texts: readonly string[], count: number, seed: number): Generator<string> {
  const random = seeded(seed)
  const below = (most: number) => Math.floor(random() * most)
  for (let made = 0; made < count; made++) {
    let text = texts[below(texts.length)] ?? ''
    // Of a long text a part, from a line's start.
    if (text.length > 2500) {
      const from = text.indexOf('\n', below(text.length - 2000)) + 1
      text = text.slice(from, from + 500 + below(1500))
    }
    for (let change = below(3); change >= 0; change--) {
      const at = below(text.length)
      const kind = below(4)
      const line = text.slice(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at) + 1)
      if (kind === 0) text = text.slice(0, at) + FRAGMENTS[below(FRAGMENTS.length)] + text.slice(at)
      else if (kind === 1) text = text.slice(0, at) + text.slice(at + 1 + below(4))
      else if (kind === 2) text = text.replace(line, '')
      else text = text.slice(0, at) + line + text.slice(at)
    }
    yield text
  }
}
