/** An element of a strictly read XML text. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
}

const nameStart = /[A-Za-z]/
const entity = /&(?:amp|lt|gt|quot|#39);/g

/**
 * Reads XML strictly, for tests: elements, quoted attributes and text, nothing else (no comments, instructions, CDATA or
 * document types). Throws where XML 1.0 would not be well-formed.
 */
export function readXml(text: string): XmlElement {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('A character that XML lacks.')
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  let at = 0
  while (at < text.length) {
    const top = open[open.length - 1] as XmlElement
    if (text[at] !== '<') {
      const next = text.indexOf('<', at)
      const end = next < 0 ? text.length : next
      top.text += plainText(text.slice(at, end))
      at = end
    } else if (text[at + 1] === '/') {
      const end = text.indexOf('>', at)
      if (text.slice(at + 2, end) !== top.name || open.length < 2)
        throw new Error(`An end tag fits nothing at ${at}.`)
      open.pop()
      at = end + 1
    } else {
      at = readTag(text, at, open)
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed.`)
  const [element] = root.children
  if (!element || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('Not one root element.')
  return element
}

function readTag(text: string, start: number, open: XmlElement[]): number {
  const tag = /<([A-Za-z]+)((?:\s+[A-Za-z][A-Za-z0-9:-]*="[^"<]*")*)(\/?)>/y
  tag.lastIndex = start
  const match = tag.exec(text)
  if (!match || !nameStart.test(match[1] ?? ''))
    throw new Error(`This is no tag: ${text.slice(start, start + 60)}`)
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(/([A-Za-z][A-Za-z0-9:-]*)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} stands twice.`)
    attributes[name] = plainText(value)
  }
  const element = { name: match[1] ?? '', attributes, text: '', children: [] }
  open[open.length - 1]?.children.push(element)
  if (match[3] !== '/') open.push(element)
  return tag.lastIndex
}

function plainText(text: string): string {
  if (text.replace(entity, '').includes('&')) throw new Error(`A bare ampersand: ${text.slice(0, 60)}`)
  const known: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  }
  return text.replace(entity, (found) => known[found] ?? found)
}

/** The element and all below it. */
export function* allElements(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) yield* allElements(child)
}
