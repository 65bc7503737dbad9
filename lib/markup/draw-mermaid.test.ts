import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMermaid } from '@/lib/markup/draw-mermaid'
import { escapeMermaid } from '@/lib/markup/escape-mermaid'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { arbitraryName, hostileModel, hostileNames } from '@/lib/testing/hostile-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()

// Each line of a drawing is one of these and nothing else; a label holds no quote, bracket or mark of Mermaid or Markdown.
const label = String.raw`"(?:[\p{L}\p{M}\p{N} ]|(?<=[\p{L}\p{N}])[-/:.](?=[\p{L}\p{N}])|#\d+;|<br/>)+"`
const lines = [
  /^flowchart LR$/,
  new RegExp(String.raw`^ +subgraph n\d+\[${label}\]$`, 'u'),
  /^ +end$/,
  new RegExp(String.raw`^ +n\d+(?:self)?(?:\(${label}\)|\[${label}\]|\[\(${label}\)\])$`, 'u'),
  new RegExp(String.raw`^ {2}n\d+(?:self)? <?(?:-->|==>)(?:\|${label}\|)? n\d+(?:self)?$`, 'u'),
  /^ {2}linkStyle default stroke:#64748b$/,
  /^ {2}classDef (?:process|store|external|boundary) [a-z0-9#:, -]+$/,
  /^ {2}class n\d+(?:self)?(?:,n\d+(?:self)?)* (?:process|store|external|boundary)$/,
]

function strayLines(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => !lines.some((form) => form.test(line)))
}

describe('drawMermaid', () => {
  it('holds nothing but its own lines and escaped labels, whatever things are called', () => {
    fc.assert(
      fc.property(arbitraryName, (name) => {
        expect(strayLines(drawMermaid(hostileModel(name), catalogue).text)).toEqual([])
      }),
      { numRuns: 200, examples: hostileNames.map((name) => [name]) },
    )
  })

  it('draws nesting as subgraphs, kinds as shapes, crossings as thick arrows', () => {
    const model = buildModel(
      [
        buildComponent('net', 'zone', { name: 'front-tier' }),
        buildComponent('web', 'box', { name: 'web', parentId: 'net', zoneIds: ['net'] }),
        buildComponent('app', 'box', { name: 'app', parentId: 'net', zoneIds: ['net'] }),
        buildComponent('img', 'picture', { name: 'nginx:1.25', parentId: 'net', zoneIds: ['net'] }),
        buildComponent('user', 'outsider', { name: 'User' }),
      ],
      [
        buildFlow('f1', 'call', 'user', 'web'),
        buildFlow('f2', 'call', 'web', 'app'),
        { ...buildFlow('f3', 'run', 'img', 'web'), both: true },
      ],
    )
    expect(drawMermaid(model, catalogue).text.split('\n').slice(0, 12)).toEqual([
      'flowchart LR',
      '  n1["User<br/>Outsider"]',
      '  subgraph n3["front-tier #183; Zone"]',
      '    n2("app<br/>Box")',
      '    n4("web<br/>Box")',
      '    n5[("nginx:1.25<br/>Picture")]',
      '  end',
      '  n1 ==>|"calls"| n4',
      '  n4 -->|"calls"| n2',
      '  n5 <-->|"runs"| n4',
      '  linkStyle default stroke:#64748b',
      '  classDef process fill:#ffffff,stroke:#64748b,color:#0f172a',
    ])
  })

  it('names the second network of a component in its label', () => {
    const model = buildModel([
      buildComponent('z1', 'zone', { name: 'front' }),
      buildComponent('z2', 'zone', { name: 'back' }),
      buildComponent('a', 'box', { name: 'web', parentId: 'z1', zoneIds: ['z1', 'z2'] }),
    ])
    const { text } = drawMermaid(model, catalogue)
    expect(text).toContain('n3("web<br/>Box#44; also in back")')
  })

  it('lets a flow between a boundary and its own member end inside it', () => {
    const { text } = drawMermaid(hostileModel('x'), catalogue)
    expect(text).toMatch(/n\d+ (?:-->|==>)\|"calls"\| n\d+self/)
  })

  it('folds a model that is too large for GitHub, and says so', () => {
    const boxes = Array.from({ length: 600 }, (_, index) =>
      buildComponent(`b${index}`, 'box', { parentId: `z${index % 9}`, zoneIds: [`z${index % 9}`] }),
    )
    const zones = Array.from({ length: 9 }, (_, index) => buildComponent(`z${index}`, 'zone'))
    const flows = boxes.map((box, index) =>
      buildFlow(`f${index}`, 'call', box.id, `b${(index * 7 + 1) % 600}`),
    )
    const { text, isFolded } = drawMermaid(buildModel([...zones, ...boxes], flows), catalogue)
    expect(isFolded).toBe(true)
    expect(strayLines(text)).toEqual([])
    expect(text).toContain('67 #215; Box')
    expect(text.length).toBeLessThan(50_000)
    expect(text.match(/ ==?>| --?>/g)?.length ?? 0).toBeLessThan(500)
  })

  it('folds boundaries too, where there are thousands', () => {
    const zones = Array.from({ length: 2500 }, (_, index) =>
      buildComponent(`z${index}`, 'zone', index > 0 ? { parentId: `z${index - 1}` } : {}),
    )
    const flat = Array.from({ length: 2500 }, (_, index) => buildComponent(`y${index}`, 'zone'))
    const { text, isFolded } = drawMermaid(buildModel([...zones, ...flat]), catalogue)
    expect(isFolded).toBe(true)
    expect(text.length).toBeLessThan(5000)
    expect(strayLines(text)).toEqual([])
  })

  it('gives the same text for the same model, in whatever order it was made', () => {
    const model = hostileModel('x')
    const turned = { ...model, flows: Object.fromEntries(Object.entries(model.flows).reverse()) }
    expect(drawMermaid(turned, catalogue)).toEqual(drawMermaid(model, catalogue))
  })
})

describe('escapeMermaid', () => {
  it('leaves ordinary names readable', () => {
    expect(escapeMermaid('docker.io/library/postgres:15-alpine')).toBe('docker.io/library/postgres:15-alpine')
    expect(escapeMermaid('Größe 日本語')).toBe('Größe 日本語')
  })

  it('codes what means something to Mermaid, Markdown or HTML', () => {
    expect(escapeMermaid('a"]--><b>`')).toBe('a#34;#93;#45;#45;#62;#60;b#62;#96;')
    expect(escapeMermaid('1. item')).toBe('1#46; item')
    expect(escapeMermaid('www.evil.example')).toBe('www#46;evil.example')
    expect(escapeMermaid('https://x')).toBe('https#58;#47;#47;x')
    expect(escapeMermaid('&lt;b&gt; #60;')).toBe('#38;lt#59;b#38;gt#59; #35;60#59;')
  })

  it('gives a label also for nothing, and cuts what is long with an ellipsis', () => {
    expect(escapeMermaid('\u0000')).toBe('#32;')
    expect(escapeMermaid('x'.repeat(300))).toBe(`${'x'.repeat(89)}#8230;`)
  })
})
