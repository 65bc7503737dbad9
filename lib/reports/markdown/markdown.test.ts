import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { buildReport } from '@/lib/reports/build-report'
import { renderMarkdown } from '@/lib/reports/markdown/render-markdown'
import { arbitraryName, hostileNames } from '@/lib/testing/hostile-model'
import { reportedModel } from '@/lib/testing/reported-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()

function render(words: string, name = words): string {
  const model = reportedModel(words, name.slice(0, 200))
  const skipped = [{ file: name.slice(0, 400), line: 4, what: words, why: words }]
  return renderMarkdown(buildReport({ model, catalogue, now: '2026-01-15', skipped }))
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}

/** A document as GitHub reads it: how many there are of each kind of node, its links and its HTML. */
function readDocument(markdown: string) {
  const nodes = [
    ...nodesOf(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
  ]
  const counts: Record<string, number> = {}
  for (const { type } of nodes) if (type !== 'text') counts[type] = (counts[type] ?? 0) + 1
  return {
    counts,
    links: nodes.flatMap((node) => (node.type === 'link' ? [node.url] : [])),
    html: nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])),
    headings: nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])),
    text: nodes.flatMap((node) => ('value' in node ? [node.value] : [])),
  }
}

describe('renderMarkdown', () => {
  const plain = readDocument(render('Plain words'))

  it('keeps its form whatever things are called: no link, image, HTML or heading of theirs', () => {
    fc.assert(
      fc.property(arbitraryName, (words) => {
        const visible = words.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim() === '' ? 'blank' : words
        const read = readDocument(render(visible))
        for (const type of [
          'image',
          'imageReference',
          'linkReference',
          'definition',
          'footnoteReference',
          'footnoteDefinition',
          'delete',
          'thematicBreak',
        ]) {
          expect(read.counts[type] ?? 0, type).toBe(0)
        }
        expect(read.headings).toEqual(plain.headings)
        expect(read.counts.code).toBe(plain.counts.code)
        expect(read.counts.table).toBe(plain.counts.table)
        expect(read.counts.tableCell).toBe(plain.counts.tableCell)
        for (const url of read.links)
          expect(url).toMatch(/^(?:#(?:component|threat|mitigation)-[a-z0-9-]+|#countered|drawing\.svg)$/)
        for (const html of read.html) expect(html).toMatch(/^<\/?a(?: id="[a-z0-9-]+")?>$/)
      }),
      { numRuns: 60, examples: hostileNames.map((name) => [name]) },
    )
  })

  it('says a hostile name as it is', () => {
    const name = '<b>*x*</b> [y](http://z) `c` | d'
    const [title] = fromMarkdown(render('words', name)).children
    const said = title ? [...nodesOf(title)].map((node) => ('value' in node ? node.value : '')).join('') : ''
    expect(said).toBe(`Threat model: ${name}`)
  })

  it('writes bare addresses as code, because escapes do not keep GitHub from linking them', () => {
    expect(render('see https://evil.example/a and a@b.example')).toContain(
      'see `https://evil.example/a` and `a@b.example`',
    )
  })

  it('escapes what only GitHub and GitLab read as markup', () => {
    const written = render('$x$ @someone ~label')
    expect(written).toContain('\\$x\\$')
    expect(written).toContain('`@someone` \\~label')
  })

  it('keeps the drawing in its fence', () => {
    const written = render('```\n</details>\n# Out\n~~~~')
    const [drawing] = [...nodesOf(fromMarkdown(written))].filter((node) => node.type === 'code')
    expect(drawing).toMatchObject({ lang: 'mermaid', value: expect.stringMatching(/^flowchart LR\n[^`~]*$/) })
  })

  it('links only to places that are in the document, each there once', () => {
    const written = render('Plain words')
    const ids = [...written.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const url of readDocument(written).links)
      if (url.startsWith('#')) expect(ids).toContain(url.slice(1))
  })

  it('starts with what matters', () => {
    const written = render('Plain words', 'Shop')
    const parts = written.split('\n').filter((line) => /^#{1,2} /.test(line))
    expect(parts).toEqual([
      '# Threat model: Shop',
      '## Summary',
      '## Scope and assumptions',
      '## Drawing',
      '## Threats by component',
      '## Possible threats',
      '## Open questions',
      '## Countered threats',
      '## Decisions without a threat',
      '## Mitigations',
      '## About the threats',
      '## Data flows',
      '## Components',
      '## Notes',
      '## Left out by imports',
    ])
  })

  it('tells a threat with its reason, its decision and what removes it', () => {
    const written = render('Plain words', 'Shop')
    const start = written.indexOf('[Threat T-PRIV](#threat-t-priv) · Raised')
    expect(written.slice(start, written.indexOf('\n- ', start))).toBe(
      [
        '[Threat T-PRIV](#threat-t-priv) · Raised · Review again: the evidence changed since the decision',
        '  - Why: privileged: yes (test.yaml:2).',
        '  - Decision: Accepted by Plain words on 2026-01-02, owner Plain words, until 2026-02-01, approved by Plain words. Reason: Plain words',
        '  - What removes it: [Do it well](#mitigation-m-1) (planned, Plain words, Plain words).',
        '  - Follows from the same cause: Threat T-ROOT (high); Threat T-SECCOMP (high).',
      ].join('\n'),
    )
  })
})
