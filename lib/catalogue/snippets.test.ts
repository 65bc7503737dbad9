import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { CatalogueFile, type Mitigation } from '@/lib/catalogue/entries'

const folder = path.resolve(import.meta.dirname, '../../prisma/catalogue')

type Kind = Mitigation['snippets'][number]['kind']
type Named = { name: string; code: string; kind: Kind }

const snippets: Named[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap(
    (file) => CatalogueFile.parse(load(readFileSync(path.join(folder, file), 'utf8'))).mitigations ?? [],
  )
  .flatMap((mitigation) =>
    mitigation.snippets.map(({ kind, code }, index) => ({
      name: `${mitigation.id}, snippet ${index + 1}`,
      kind,
      code,
    })),
  )

const ofKind = (...kinds: Kind[]) => snippets.filter(({ kind }) => kinds.includes(kind))

const composeKeys = new Set(['name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs'])
const instructions = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)

/** The instructions of a Dockerfile: lines joined at a trailing backslash, comments left out. */
function instructionsOf(dockerfile: string): string[] {
  return dockerfile
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Names used by services that the top level has to declare, as `kind: name`. */
function undeclared(compose: Record<string, unknown>): string[] {
  const services = Object.values((compose.services ?? {}) as Record<string, Record<string, unknown> | null>)
  return ['networks', 'secrets', 'configs'].flatMap((kind) => {
    const declared = new Set(Object.keys((compose[kind] ?? {}) as object))
    return services
      .flatMap((service) => (Array.isArray(service?.[kind]) ? (service[kind] as unknown[]) : []))
      .filter((name): name is string => typeof name === 'string' && !declared.has(name))
      .map((name) => `${kind}: ${name}`)
  })
}

describe('snippets of mitigations', () => {
  it('exist in every kind that the Docker half needs', () => {
    for (const kind of ['compose', 'daemon.json', 'dockerfile', 'command', 'config'] as const)
      expect(ofKind(kind).length, kind).toBeGreaterThan(3)
  })

  it.each(ofKind('compose', 'kubernetes'))('are YAML with a map at the top: $name', ({ code }) => {
    expect(load(code)).toEqual(expect.objectContaining({}))
    expect(Array.isArray(load(code))).toBe(false)
  })

  it.each(ofKind('compose'))('are parts of a Compose file that declares what it names: $name', ({ code }) => {
    const compose = load(code) as Record<string, unknown>
    expect(Object.keys(compose).filter((key) => !composeKeys.has(key))).toEqual([])
    expect(undeclared(compose)).toEqual([])
  })

  it.each(ofKind('kubernetes'))('name the kind and version of the object: $name', ({ code }) => {
    expect(load(code)).toEqual(
      expect.objectContaining({ apiVersion: expect.any(String), kind: expect.any(String) }),
    )
  })

  it.each(ofKind('daemon.json'))('are a JSON object of engine settings: $name', ({ code }) => {
    const settings = JSON.parse(code) as Record<string, unknown>
    expect(Object.keys(settings).length).toBeGreaterThan(0)
    for (const key of Object.keys(settings)) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it.each(ofKind('dockerfile'))('hold Dockerfile instructions only: $name', ({ code }) => {
    const found = instructionsOf(code)
    expect(found.length).toBeGreaterThan(0)
    for (const line of found) expect(instructions, line).toContain(line.split(/\s/, 1)[0])
  })

  it.each(snippets)('hold no tab and no blank at a line end: $name', ({ code }) => {
    expect(code).not.toMatch(/\t| $/m)
  })
})
