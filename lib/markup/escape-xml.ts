// What XML 1.0 cannot hold (controls, lone surrogates, two non-characters), and what turns the direction of text around,
// so that a name cannot read as something else.
const unfit = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XML and SVG, in content and in quoted attributes. What XML cannot hold becomes the replacement character. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(unfit, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
