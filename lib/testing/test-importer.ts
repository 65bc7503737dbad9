import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { type Catalogue, openCatalogue } from '@/lib/catalogue/catalogue'
import { readPack } from '@/lib/catalogue/read-pack'
import type { ExtractedFacts, Importer, InputFile, ReadResult } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'
import { Id } from '@/lib/model/id'

/** The files of a folder and those below it, with paths relative to it. A missing folder has none. */
export function filesBelow(folder: string, prefix = ''): InputFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(path.join(folder, entry.name), `${prefix}${entry.name}/`)
        : [{ path: `${prefix}${entry.name}`, text: readFileSync(path.join(folder, entry.name), 'utf8') }],
    )
}

/** The project's own catalogue, as it stands on disk. */
export function readOwnCatalogue(): Catalogue {
  const folder = path.resolve('prisma/catalogue')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }))
  const result = readPack(files)
  if (!result.ok)
    throw new Error(result.problems.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n'))
  return openCatalogue(result.pack)
}

/** A YAML text read as one Compose file or manifest, indentation of the template taken away. */
export function read(text: string, filePath = 'compose.yaml'): ReadResult {
  const lines = text.replace(/^\n/, '').split('\n')
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)))
  return readFiles([{ path: filePath, text: lines.map((line) => line.slice(indent)).join('\n') }])
}

/** The facts of the element with this natural key as plain values; undefined when there is no such element. */
export function factsOf(result: ReadResult, key: string): Record<string, unknown> | undefined {
  const element = result.extracts
    .flatMap(({ components, flows }) => [...components, ...flows])
    .find((one) => one.key === key)
  return (
    element &&
    Object.fromEntries(Object.entries(element.facts).map(([attribute, [fact]]) => [attribute, fact.value]))
  )
}

/** The lines on which the facts of an element stand. */
export function linesOf(result: ReadResult, key: string): Record<string, number> | undefined {
  const element = result.extracts
    .flatMap(({ components, flows }) => [...components, ...flows])
    .find((one) => one.key === key)
  return (
    element &&
    Object.fromEntries(
      Object.entries(element.facts).map(([attribute, [fact]]) => [attribute, fact.source.line]),
    )
  )
}

/** Flows as "type from -> to" (with <-> for both ways), natural keys without the scope. */
export function flowsOf({ extracts }: ReadResult): string[] {
  return extracts.flatMap(({ scope, flows }) => {
    const short = (key: string) => key.replace(`${scope}/`, '')
    return flows.map(
      ({ type, from, to, both }) => `${type} ${short(from)} ${both ? '<->' : '->'} ${short(to)}`,
    )
  })
}

/**
 * Holds what every importer owes: detect() answers from content without failing, ids are sound and unique, ends and
 * boundaries exist, every place is a line of a given file, every type, attribute and value is one of the catalogue, and
 * reading twice gives the same.
 */
export function testImporter(
  importer: Importer,
  files: readonly InputFile[],
  catalogue: Catalogue,
): ReadResult {
  for (const file of files) expect(['yes', 'maybe', 'no']).toContain(importer.detect(file))
  const result = importer.read(files)
  expect(importer.read(files)).toEqual(result)
  for (const { scope, importer: by, components, flows, skipped, warnings } of result.extracts) {
    expect(by).toBe(importer.id)
    expect(Id.safeParse(scope).success).toBe(true)
    const keys = new Set(components.map(({ key }) => key))
    expect(keys.size + flows.length).toBe(new Set([...keys, ...flows.map(({ key }) => key)]).size)
    for (const component of components) {
      expect(Id.safeParse(component.key).error?.message).toBeUndefined()
      for (const key of [component.parentKey, ...component.zoneKeys])
        if (key !== undefined) expect(keys).toContain(key)
      expectParentFits(catalogue, component, components.find(({ key }) => key === component.parentKey)?.type)
      expectPlace(files, component.source)
      expectFacts(files, catalogue, component)
    }
    for (const flow of flows) {
      expect(Id.safeParse(flow.key).error?.message).toBeUndefined()
      expect(catalogue.flowTypes.has(flow.type), flow.type).toBe(true)
      expect(keys).toContain(flow.from)
      expect(keys).toContain(flow.to)
      expectPlace(files, flow.source)
      expectFacts(files, catalogue, flow)
    }
    for (const { file, line } of [...skipped, ...warnings]) expectPlace(files, { file, line })
  }
  return result
}

function expectParentFits(
  catalogue: Catalogue,
  { type }: { type: string },
  parentType: string | undefined,
): void {
  const entry = catalogue.componentTypes.get(type)
  expect(entry, `component type ${type}`).toBeDefined()
  if (parentType !== undefined)
    expect(entry?.allowedParents, `${type} inside ${parentType}`).toContain(parentType)
}

function expectPlace(files: readonly InputFile[], { file, line }: { file: string; line: number }): void {
  const given = files.find(({ path: name }) => name === file)
  expect(given, `a fact names the file ${file}`).toBeDefined()
  expect(line).toBeGreaterThan(0)
  expect(line).toBeLessThanOrEqual(linesIn(given))
}

const lineCounts = new WeakMap<InputFile, number>()

function linesIn(file: InputFile | undefined): number {
  if (!file) return 0
  const known = lineCounts.get(file) ?? file.text.split(/\r\n|\n|\r/).length
  lineCounts.set(file, known)
  return known
}

function expectFacts(
  files: readonly InputFile[],
  catalogue: Catalogue,
  element: { type: string; facts: ExtractedFacts },
): void {
  const uses = catalogue.usesOf(element.type)
  for (const [id, [{ value, source }]] of Object.entries(element.facts)) {
    expectPlace(files, source)
    const attribute = catalogue.attributes.get(id)
    expect(Object.keys(uses ?? {}), `attributes of ${element.type}`).toContain(id)
    if (value === null) continue
    const kind = Array.isArray(value) ? 'list' : typeof value
    const expected = {
      boolean: ['boolean'],
      enum: ['string'],
      number: ['number'],
      text: ['string'],
      list: ['list'],
      quantity: ['string', 'number'],
    }
    expect(expected[attribute?.type ?? 'text'], `${id} = ${JSON.stringify(value)}`).toContain(kind)
    if (attribute?.type === 'enum') expect(attribute.values, id).toContain(value)
  }
}
