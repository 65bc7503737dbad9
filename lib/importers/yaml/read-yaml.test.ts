import fc from 'fast-check'
import { dump, loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { YAML_LIMITS } from '@/lib/importers/yaml/limits'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import { entriesOf, itemsOf, valueAt, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** What the node would be as plain data, with own keys only. */
function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(entriesOf(node).map((entry) => [entry.key, plain(entry.value)]))
}

/** Path of every key and item with its line. */
function lines(node: YamlNode, path = ''): Record<string, number> {
  if (node.kind === 'list') {
    return Object.assign(
      {},
      ...itemsOf(node).map((item, i) => ({ [`${path}[${i}]`]: item.line, ...lines(item, `${path}[${i}]`) })),
    )
  }
  return Object.assign(
    {},
    ...entriesOf(node).map((entry) => ({
      [`${path}.${entry.key}`]: entry.line,
      ...lines(entry.value, `${path}.${entry.key}`),
    })),
  )
}

function root(text: string): YamlNode {
  const { documents, problem } = readYaml('a.yaml', text)
  expect(problem).toBeUndefined()
  return documents[0] as YamlNode
}

describe('places', () => {
  it('gives every key and item the line it is written on', () => {
    const node = root(
      'a: 1\nb:\n  c: x\n  d:\n    - p\n    - q: 1\n      r: 2\n    -\n      s: 3\ne: {f: 1,\n  g: [h,\n  i]}\n',
    )
    expect(lines(node)).toEqual({
      '.a': 1,
      '.b': 2,
      '.b.c': 3,
      '.b.d': 4,
      '.b.d[0]': 5,
      '.b.d[1]': 6,
      '.b.d[1].q': 6,
      '.b.d[1].r': 7,
      '.b.d[2]': 9,
      '.b.d[2].s': 9,
      '.e': 10,
      '.e.f': 10,
      '.e.g': 11,
      '.e.g[0]': 11,
      '.e.g[1]': 12,
    })
  })

  it('keeps places through comments, blank lines, CRLF and a byte order mark', () => {
    const node = root(
      '\uFEFF# head\r\n\r\na: # note: x\r\n  # more\r\n  b: "x: y"\r\n\r\n  c: |\r\n    text: 1\r\n\r\n  d: 2\r\n',
    )
    expect(lines(node)).toEqual({ '.a': 3, '.a.b': 5, '.a.c': 7, '.a.d': 10 })
  })

  it('keeps the line of the anchor for merged and aliased values', () => {
    const node = root('x: &x\n  a: 1\n  b: [p]\ny:\n  <<: *x\n  c: 2\nz: *x\n')
    expect(lines(node)).toMatchObject({ '.y.a': 2, '.y.b': 3, '.y.c': 6, '.z': 7, '.z.a': 2 })
    expect(plain(node)).toMatchObject({ y: { a: 1, b: ['p'], c: 2 } })
  })

  it('lets an own key win over a merged one wherever it stands', () => {
    const node = root('x: &x\n  a: 1\ny:\n  <<: *x\n  a: 2\nz:\n  a: 3\n  <<: [*x]\n')
    expect(plain(node)).toMatchObject({ y: { a: 2 }, z: { a: 3 } })
    expect(lines(node)).toMatchObject({ '.y.a': 5, '.z.a': 7 })
  })

  it('tells keys from values in flow maps with comments, empty values and pairs', () => {
    const node = root('{a, b: , c: # x: y\n  b, "d":\n  e,\n  ? f\n  : g}\n')
    expect(plain(node)).toEqual({ a: null, b: null, c: 'b', d: 'e', f: 'g' })
    expect(lines(node)).toEqual({ '.a': 1, '.b': 1, '.c': 1, '.d': 2, '.f': 4 })
    expect(plain(root('[a: b, c, {d: e}]'))).toEqual([{ a: 'b' }, 'c', { d: 'e' }])
  })

  it('reads explicit keys, keys with anchors and bare list items', () => {
    expect(lines(root('? a\n: 1\n? b\nc: 2\n'))).toEqual({ '.a': 1, '.b': 3, '.c': 4 })
    expect(lines(root('&k a: 1\n!!str b: 2\nc: &v d\n'))).toEqual({ '.a': 1, '.b': 2, '.c': 3 })
    expect(lines(root('- a\n-\n- b\n-\n  - c\n'))).toMatchObject({ '[0]': 1, '[2]': 3, '[3][0]': 5 })
  })

  it('gives each document its own places', () => {
    const { documents } = readYaml('a.yaml', '---\na: 1\n---\n\n# x\nb: 2\n...\n---\n- c\n')
    expect(documents.map((node) => lines(node))).toEqual([{ '.a': 2 }, { '.b': 6 }, { '[0]': 9 }])
  })

  it('points at text that holds the key, for any document', () => {
    const key = fc.stringMatching(/^[a-z]{1,6}$/)
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        key,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(
        fc.dictionary(key, tree, { minKeys: 1 }),
        fc.nat({ max: 4 }),
        fc.nat({ max: 3 }),
        (value, flowLevel, comments) => {
          const text = dump(value, {
            flowLevel: flowLevel === 0 ? -1 : flowLevel,
            lineWidth: 40,
            noRefs: true,
          })
            .split('\n')
            .flatMap((line, i) => (comments > 0 && i % (comments + 1) === 0 ? ['# note: x', line] : [line]))
            .join('\n')
          const node = root(text)
          expect(plain(node)).toEqual(loadAll(text)[0])
          const written = text.split('\n')
          const visit = (at: YamlNode): void => {
            for (const entry of entriesOf(at)) {
              expect(written[entry.line - 1]).toMatch(new RegExp(`(^|[^a-z])['"]?${entry.key}['"]?:`))
              visit(entry.value)
            }
            for (const item of itemsOf(at)) {
              if (item.kind === 'scalar') expect(written[item.line - 1]).toContain(String(item.value))
              visit(item)
            }
          }
          visit(node)
        },
      ),
      { numRuns: 500, seed: 7 },
    )
  }, 120_000)
})

describe('values', () => {
  it('keeps names that every object inherits as plain keys', () => {
    const node = root('__proto__: {polluted: yes}\nconstructor: 1\nx: &x {__proto__: 2}\ny:\n  <<: *x\n')
    expect(entriesOf(node).map((entry) => entry.key)).toEqual(['__proto__', 'constructor', 'x', 'y'])
    expect(entriesOf(valueAt(node, 'y')).map((entry) => entry.key)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('keeps the tags that a file invents and reads what they stand on', () => {
    const node = root(
      'ports: !reset []\nenv: !override\n  a: 1\nb: !Ref c\nd: !!binary aGk=\ne: !reset null\n',
    )
    expect(valueAt(node, 'ports')).toMatchObject({ kind: 'list', tag: '!reset' })
    expect(valueAt(node, 'env')).toMatchObject({ kind: 'map', tag: '!override' })
    expect(valueAt(node, 'b')).toMatchObject({ value: 'c', tag: '!Ref' })
    expect(valueAt(node, 'd')).toMatchObject({ value: 'aGk=' })
    expect(valueAt(node, 'e')).toMatchObject({ tag: '!reset' })
  })

  it('reads yes, dates and clock-like text as text', () => {
    expect(plain(root('a: yes\nb: 2024-01-01\nc: 22:22\nd: 0.50\ne: true\n'))).toEqual({
      a: 'yes',
      b: '2024-01-01',
      c: '22:22',
      d: 0.5,
      e: true,
    })
  })

  it('lets the last of two equal keys count, with a warning at the second', () => {
    const { documents, warnings } = readYaml('a.yaml', 'a: 1\nb:\n  c: 1\n  c: 2\na: 3\n')
    expect(plain(documents[0] as YamlNode)).toEqual({ a: 3, b: { c: 2 } })
    expect(warnings.map((warning) => [warning.line, warning.sentence])).toEqual([
      [4, 'The key "c" occurs twice in one map. The last one counts.'],
      [5, 'The key "a" occurs twice in one map. The last one counts.'],
    ])
  })

  it('reads a root that is no map, and files without any document', () => {
    expect(plain(root('- a\n'))).toEqual(['a'])
    expect(plain(root('just text'))).toBe('just text')
    expect(readYaml('a.yaml', '')).toEqual({ documents: [], warnings: [] })
    expect(readYaml('a.yaml', '# only a comment\n').problem).toBeUndefined()
  })
})

describe('hostile and broken text', () => {
  const problemOf = (text: string, limits = YAML_LIMITS) => readYaml('a.yaml', text, limits).problem

  it('refuses a bomb of aliases', () => {
    let text = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n'
    for (let i = 1; i < 12; i++)
      text += `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`
    expect(problemOf(text)).toMatchObject({ file: 'a.yaml', sentence: expect.stringContaining('aliases') })
  })

  it('refuses a bomb of merge keys', () => {
    let text = `a0: &a0 {${Array.from({ length: 500 }, (_, i) => `k${i}: 1`).join(', ')}}\n`
    for (let i = 1; i < 600; i++) text += `a${i}: &a${i} {<<: *a${i - 1}}\n`
    expect(problemOf(text)).toMatchObject({ line: 401, sentence: expect.stringContaining('merge keys') })
  })

  it('refuses an alias inside its own anchor', () => {
    expect(problemOf('a: &a\n  b: *a\n')).toMatchObject({
      line: 2,
      sentence: expect.stringContaining('loop'),
    })
    expect(problemOf('a: &a [*a]\n')).toMatchObject({ line: 1 })
  })

  it.each([
    ['flow lists', '['.repeat(100_000)],
    ['flow maps', '{a: '.repeat(100_000)],
    ['block lists', '- '.repeat(100_000)],
    ['explicit keys', '? '.repeat(500)],
    ['many explicit keys', '? '.repeat(100_000)],
    ['indented maps', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('refuses %s nested without end', (_name, text) => {
    expect(problemOf(text)).toMatchObject({
      line: expect.any(Number),
      sentence: 'This is nested too deeply to be read.',
    })
  })

  it('reads a map of 50,000 equal keys and one of 50,000 different keys', () => {
    expect(readYaml('a.yaml', 'a: 1\n'.repeat(50_000)).warnings).toHaveLength(1000)
    const text = Array.from({ length: 50_000 }, (_, i) => `k${i}: ${i}`).join('\n')
    expect(entriesOf(root(text))).toHaveLength(50_000)
  })

  it('refuses more text, documents or values than the limits allow', () => {
    expect(problemOf('a: 1', { ...YAML_LIMITS, maxLength: 3 })?.sentence).toContain('larger than')
    expect(problemOf('---\na\n---\nb\n---\nc\n', { ...YAML_LIMITS, maxDocuments: 2 })).toMatchObject({
      line: 6,
    })
    expect(problemOf('- a\n'.repeat(100), { ...YAML_LIMITS, maxNodes: 50 })?.sentence).toContain(
      'more than 50 values',
    )
  })

  it('names NUL bytes and UTF-16', () => {
    expect(problemOf('a: 1\nb: \0\n')).toMatchObject({ line: 2, sentence: expect.stringContaining('UTF-16') })
    expect(problemOf('\uFFFD\uFFFDs\0e\0r\0')?.sentence).toContain('UTF-16')
  })

  it('names tabs, templates, unclosed quotes and undefined aliases by line', () => {
    expect(problemOf('a:\n\tb: 1\n')).toMatchObject({ line: 2, sentence: expect.stringContaining('tab') })
    expect(problemOf('a: {{ .Values.x }}\n')).toMatchObject({
      line: 1,
      sentence: expect.stringContaining('template'),
    })
    expect(problemOf('a: "x\nb: 1\n')?.sentence).toContain('never closed')
    expect(problemOf('a: 1\nb: *s3cret\n')).toMatchObject({
      line: 2,
      sentence: expect.stringContaining('alias'),
    })
  })

  it('keeps the documents before a broken one', () => {
    const { documents, problem } = readYaml('a.yaml', 'a: 1\n---\nb: 2\n---\nc: [\n')
    expect(documents.map(plain)).toEqual([{ a: 1 }, { b: 2 }])
    expect(problem).toBeDefined()
  })

  it('quotes nothing of the file in what it says', () => {
    const canary = 'hunter2canary'
    const broken = [
      `a: *${canary}`,
      `a: "${canary}`,
      `a: !<${canary} x`,
      `\t${canary}`,
      `a: ${canary}: ${canary}`,
      `%${canary} x`,
      `&${canary} &${canary} a`,
      `a: "\\q${canary}"`,
      `a: 1\na:${canary}\n  b`,
      `${canary} x: 1\n${canary} x: 2`,
    ]
    for (const text of broken) {
      const { problem, warnings } = readYaml('a.yaml', text)
      expect(JSON.stringify({ problem, warnings })).not.toContain(canary)
    }
  })

  it('never throws, and reads what js-yaml reads, on any sequence of YAML tokens', () => {
    const token = fc.constantFrom(
      'a',
      'b',
      ': ',
      ':',
      '- ',
      '? ',
      '\n',
      '\n  ',
      '\n ',
      '\n    ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '# c\n',
      '"q"',
      "'r'",
      '&x ',
      '*x',
      '<<: ',
      '!t ',
      '!!str ',
      '|\n  t',
      '>\n  t',
      '---\n',
      '...\n',
      '\t',
      '\r\n',
      '~',
      '1',
      '%',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const text = tokens.join('')
        const { documents, problem } = readYaml('a.yaml', text)
        const total = text.split(/\r\n|\n|\r/).length
        const visit = (node: YamlNode): void => {
          expect(node.line).toBeGreaterThan(0)
          expect(node.line).toBeLessThanOrEqual(total + 1)
          for (const entry of entriesOf(node)) visit(entry.value)
          for (const item of itemsOf(node)) visit(item)
        }
        documents.forEach(visit)
        if (problem) expect(problem.sentence.length).toBeGreaterThan(10)
      }),
      { numRuns: 5000, seed: 11 },
    )
  }, 120_000)
})
