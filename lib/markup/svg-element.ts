import { escapeXml } from '@/lib/markup/escape-xml'

type SvgValue = string | number | undefined

/**
 * One SVG element. Every value and all text is escaped here and nowhere else; `children` are elements made by this function.
 * Only presentation attributes are used: no style element, no script, no link, no id.
 */
export function svgElement(
  name: 'svg' | 'g' | 'rect' | 'path' | 'text' | 'tspan' | 'title' | 'desc',
  attributes: Readonly<Record<string, SvgValue>>,
  content: { text: string } | { children: readonly string[] } = { children: [] },
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value ?? '')}"`)
    .join('')
  const inner = 'text' in content ? escapeXml(content.text) : content.children.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** A number with at most one decimal: enough for a drawing, and the same everywhere. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
