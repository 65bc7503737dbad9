import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MarkdownView } from '@/components/reports/markdown-view'
import { outlineOf } from '@/components/reports/outline'
import {
  anchor,
  type Block,
  code,
  fence,
  heading,
  link,
  list,
  paragraph,
  strong,
  table,
} from '@/lib/reports/markdown/nodes'

function show(...blocks: Block[]): string {
  return renderToStaticMarkup(<MarkdownView blocks={blocks} drawing={<i>drawn</i>} fileHref="/drawing" />)
}

describe('MarkdownView', () => {
  it('shows text, lists, tables and code as elements', () => {
    const html = show(
      heading(1, 'Threat model: Shop'),
      paragraph(strong('Owner:'), ' Mara'),
      list([['one'], ['two']]),
      table(['', 'Threat'], [['1', code('D-1')]]),
    )
    expect(html).toContain('Threat model: Shop</h2>')
    expect(html).toMatch(/<strong[^>]*>Owner:<\/strong>/)
    expect(html.match(/<li>/g)).toHaveLength(2)
    expect(html).toMatch(/<th scope="col"[^>]*>Threat<\/th>/)
    expect(html.match(/<th /g)).toHaveLength(1)
  })

  it('puts the drawing where the diagram text stands', () => {
    expect(show(fence('mermaid', 'flowchart LR'))).toBe('<i>drawn</i>')
  })

  it('gives sections the anchors of the outline', () => {
    const blocks = [heading(2, 'Summary'), paragraph('x'), heading(2, 'Drawing')]
    expect(outlineOf(blocks)).toEqual([
      { id: 'section-1', label: 'Summary' },
      { id: 'section-2', label: 'Drawing' },
    ])
    expect(show(...blocks)).toContain('id="section-2"')
  })

  it('links within the report and to the drawing only', () => {
    expect(show(paragraph(link({ anchor: 'threat-d-1' }, 'there')))).toContain('href="#threat-d-1"')
    expect(show(paragraph(link({ file: 'drawing.svg' }, 'drawing')))).toContain('href="/drawing"')
    expect(show(paragraph(link({ file: 'javascript:alert(1)' }, 'no')))).not.toContain('href')
  })

  it('shows markup that came in with a name as text', () => {
    const name = '<img src=x onerror=alert(1)>'
    const html = show(paragraph(name), { type: 'html', value: name }, heading(2, name), paragraph(code(name)))
    expect(html).not.toContain('<img')
    expect(html.match(/&lt;img/g)).toHaveLength(4)
  })

  it('makes a place to link to of our own anchors', () => {
    expect(show(anchor('threat-d-1'))).toMatch(/^<span id="threat-d-1"/)
  })
})
