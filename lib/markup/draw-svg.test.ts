import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutModel } from '@/lib/layout/layout-model'
import { drawSvg } from '@/lib/markup/draw-svg'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { arbitraryName, hostileModel, hostileNames } from '@/lib/testing/hostile-model'
import { allElements, readXml, type XmlElement } from '@/lib/testing/read-xml'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const elements = (svg: string): XmlElement[] => [...allElements(readXml(svg))]
const allowed = new Set(['svg', 'g', 'rect', 'path', 'text', 'title', 'desc'])
const attributes = new Set(
  `xmlns width height viewBox role font-family x y rx d fill fill-opacity stroke stroke-width stroke-dasharray
   stroke-linecap opacity font-size font-weight text-anchor`.split(/\s+/),
)

describe('drawSvg', () => {
  it('stays well-formed and without anything that acts, whatever things are called', () => {
    fc.assert(
      fc.property(arbitraryName, (name) => {
        for (const element of elements(drawSvg(hostileModel(name), catalogue, {}, { hasLegend: true }))) {
          expect(allowed).toContain(element.name)
          for (const attribute of Object.keys(element.attributes)) expect(attributes).toContain(attribute)
        }
      }),
      { numRuns: 150, examples: hostileNames.map((name) => [name]) },
    )
  })

  it('says a name as it is', () => {
    const name = '<b>&amp; "quotes" \'here\''
    const titles = elements(drawSvg(hostileModel(name), catalogue)).filter(
      (element) => element.name === 'title',
    )
    expect(titles.map((title) => title.text)).toContain(name)
  })

  it('takes the sting out of text that turns the direction of reading', () => {
    expect(drawSvg(hostileModel('a\u202Egpj.exe'), catalogue)).not.toContain('\u202E')
  })

  it('draws every component, boundary and flow once', () => {
    const model = hostileModel('name')
    const groups = elements(drawSvg(model, catalogue)).filter(
      (element) => element.name === 'g' && element.children[0]?.name === 'title',
    )
    expect(groups).toHaveLength(Object.keys(model.components).length + Object.keys(model.flows).length)
  })

  it('names the second network of a component on its card', () => {
    const model = buildModel([
      buildComponent('z1', 'zone', { name: 'front' }),
      buildComponent('z2', 'zone', { name: 'back' }),
      buildComponent('a', 'box', { name: 'web', parentId: 'z1', zoneIds: ['z1', 'z2'] }),
    ])
    const text = elements(drawSvg(model, catalogue)).map((element) => element.text)
    expect(text).toContain('Box · also in back')
  })

  it('puts a gate wherever a flow crosses a boundary', () => {
    const zones = [buildComponent('z1', 'zone'), buildComponent('z2', 'zone')]
    const inside = [
      buildComponent('a', 'box', { parentId: 'z1', zoneIds: ['z1'] }),
      buildComponent('b', 'box', { parentId: 'z2', zoneIds: ['z2'] }),
      buildComponent('c', 'box', { parentId: 'z2', zoneIds: ['z2'] }),
    ]
    const gates = (flows: Parameters<typeof buildModel>[1]) =>
      elements(drawSvg(buildModel([...zones, ...inside], flows), catalogue)).filter(
        (element) => element.attributes['stroke-linecap'] === 'round',
      ).length
    expect(gates([buildFlow('f', 'call', 'b', 'c')])).toBe(0)
    expect(gates([buildFlow('f', 'call', 'a', 'b')])).toBe(2)
  })

  it('shows open threats by letter, in the colour of the worst', () => {
    const svg = drawSvg(
      hostileModel('x'),
      catalogue,
      {},
      { threats: { a: { letters: { S: 2, E: 1 }, worst: 'high' } } },
    )
    const text = elements(svg).map((element) => element.text)
    expect(text).toEqual(expect.arrayContaining(['S 2', 'E 1']))
    expect(svg).toContain('#c2410c')
  })

  it('keeps given placements, and gives the same bytes for the same model', () => {
    const model = hostileModel('x')
    const turned = { ...model, components: Object.fromEntries(Object.entries(model.components).reverse()) }
    expect(drawSvg(turned, catalogue)).toBe(drawSvg(model, catalogue))
    const placements = { ...layoutModel(model, catalogue), b: { x: 5000, y: 6000 } }
    expect(drawSvg(model, catalogue, placements)).toContain('x="5000" y="6000"')
  })

  it('draws an empty model as an empty page', () => {
    expect(readXml(drawSvg(buildModel([]), catalogue)).name).toBe('svg')
  })

  it('draws dark on request', () => {
    expect(drawSvg(hostileModel('x'), catalogue, {}, { theme: 'dark' })).toContain('#0b1220')
  })
})

describe('readXml', () => {
  it('refuses what is not well-formed', () => {
    const broken = [
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a b=1/>',
      '<a b="<"/>',
      '<a>&</a>',
      '<a>\u0001</a>',
      '<a b="1" b="2"/>',
      '<!-- x -->',
      'x',
    ]
    for (const text of broken) expect(() => readXml(text)).toThrow()
  })
})
