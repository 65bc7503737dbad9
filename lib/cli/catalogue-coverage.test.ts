import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '@/lib/cli/read-catalogue'

const result = readCatalogue()
if (!result.ok) throw new Error(result.problems[0]?.sentence)
const { pack } = result

const leftOut = new Set(pack.leftOut.map(({ id }) => id))
const lost = (ids: readonly string[], known: ReadonlySet<string>, prefix: string) =>
  ids.filter((id) => !known.has(id) && !leftOut.has(`${prefix}${id}`))
const cited = (frame: 'attack' | 'msK8sMatrix') =>
  new Set(pack.threats.flatMap(({ references }) => references[frame] ?? []))

/** ATT&CK's matrix for containers. A technique that is cited in its parts is covered. */
const attack =
  'T1190 T1133 T1078 T1078.001 T1078.003 T1609 T1610 T1053.007 T1204.003 T1098.006 T1136.001 T1543.005 T1525 T1611 T1068 T1612 T1562.001 T1070 T1036.005 T1550.001 T1110 T1110.001 T1110.003 T1110.004 T1528 T1552 T1552.001 T1552.007 T1613 T1046 T1069 T1485 T1490 T1496 T1498 T1499'.split(
    ' ',
  )
/** Microsoft's matrix; 9032 was never given. */
const microsoft = Array.from({ length: 41 }, (_, at) => `MS-TA${9001 + at}`).filter(
  (id) => id !== 'MS-TA9032',
)

describe('the catalogue has an entry or a written reason for', () => {
  test('every type of component and flow', () => {
    const on = new Set(pack.threats.flatMap(({ targets }) => targets.map(({ type }) => type)))
    const types = [...pack.componentTypes, ...pack.flowTypes].map(({ id }) => id)
    expect(lost(types, on, 'type:')).toEqual([])
  })

  test('every check of the CIS benchmarks', () => {
    const named = new Set(pack.threats.flatMap(({ mitigations }) => mitigations))
    const met = new Set(
      pack.mitigations.filter(({ id }) => named.has(id)).flatMap(({ controls }) => controls),
    )
    expect(
      lost(
        pack.controls.map(({ id }) => id),
        met,
        '',
      ),
    ).toEqual([])
  })

  test("every technique of ATT&CK's matrix for containers", () => {
    const known = cited('attack')
    const parents = new Set([...known].map((id) => id.split('.')[0] ?? id))
    expect(lost(attack, new Set([...known, ...parents]), 'attack:')).toEqual([])
  })

  test("every technique of Microsoft's matrix for Kubernetes", () => {
    expect(lost(microsoft, cited('msK8sMatrix'), 'ms:')).toEqual([])
  })

  test('every mitigation that it describes', () => {
    const named = new Set(pack.threats.flatMap(({ mitigations }) => mitigations))
    expect(pack.mitigations.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })
})

const draftFile = path.resolve('../shared/catalogue/draft.yaml')
type Statement = { seed: string; statement: string; catalogue?: string; mitigations?: string }
type Draft = { threats: { id: string }[]; seedCoverage: Statement[] }

// The draft is not part of the project; without it there is nothing to compare with.
describe.runIf(existsSync(draftFile))('needs ../shared: nothing of the draft is lost', () => {
  // Collected even where it is not run.
  const text = existsSync(draftFile) ? readFileSync(draftFile, 'utf8') : '{ threats: [], seedCoverage: [] }'
  const draft = load(text) as Draft
  const known = new Set(pack.threats.flatMap(({ id, replaces }) => [id, ...replaces]))

  test('every threat is an entry, replaced by one or left out with a reason', () => {
    expect(
      lost(
        draft.threats.map(({ id }) => id),
        known,
        'entry:',
      ),
    ).toEqual([])
  })

  test('no statement of the seed submissions is without an entry', () => {
    const measures = new Set([...pack.mitigations, ...pack.controls].map(({ id }) => id))
    // Notes in brackets stand for remarks on the text, not for statements on threats.
    const statements = draft.seedCoverage.filter(({ catalogue }) => !catalogue?.startsWith('('))
    const open = statements.filter(({ catalogue, mitigations: named }) => {
      const threats = catalogue?.match(/[DKX]-[STRIDE]-\d+/g) ?? []
      const wanted = named?.match(/\bM-[A-Z0-9-]+|(?:docker|k8s):[a-z0-9-]+/g) ?? []
      return (
        threats.length + wanted.length === 0 ||
        lost(threats, known, 'entry:').length > 0 ||
        wanted.some((id) => !measures.has(id))
      )
    })
    expect(statements.length).toBeGreaterThan(50)
    expect(open).toEqual([])
  })
})
