import { describe, expect, it } from 'vitest'
import { BlockReader } from '@/lib/importers/yaml/block-reader'
import { YAML_LIMITS } from '@/lib/importers/yaml/limits'
import { readDocuments } from '@/lib/importers/yaml/read-documents'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'
import { mutations } from '@/lib/testing/mutate'
import { filesBelow } from '@/lib/testing/test-importer'

/** Values with the lines of keys and items; an empty item of a list may be counted on a neighbouring line. */
function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value === null ? null : [node.value, node.line]
  if (node.kind === 'list') return { line: node.line, items: node.items.map(plain) }
  const entries = [...node.entries.values()].map(({ key, line, value }) => [key, line, plain(value)] as const)
  return { line: node.line, entries: entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}

function read(text: string) {
  const documents: YamlNode[] = []
  const problems: string[] = []
  readDocuments('a.yaml', text, {
    document: (root) => documents.push(root),
    problem: ({ line, sentence }) => problems.push(`${line}: ${sentence}`),
    warning: () => undefined,
  })
  return { documents: documents.map(plain), problems }
}

const slowly = (text: string) => readYaml('a.yaml', text)
const files = ['kubernetes', 'compose'].flatMap((format) =>
  filesBelow(`lib/importers/${format}/__fixtures__`),
)
const yaml = files.filter(({ path }) => /\.(ya?ml|json)$/.test(path)).map(({ text }) => text)

describe('the fast reader', () => {
  it.each([
    'a: 1\nb: [x, "y z", {c: true}]\nd:\n- 1\n-   - 2\n    - 3\ne: |\n  text\n   more\n\n  end\nf: >-\n  folded\n  text\n\n  par\n',
    "a: plain text\n  that goes on\n\n  below # comment\nb: \"quoted\n  on\n\n  lines\"\nc: 'it''s'\nd: null\ne: ~\nf:\ng: 0x1f\nh: 1e3\ni: .5\n",
    '"a b": 1\n\'c\': 2\n1: x\ntrue: y\nkey with blanks : z\nurl: http://x:80/#a\n',
    '- a: 1\n  b:\n  - c\n-\n  d: 2\n- |+\n  kept\n\n- \n- last\n',
    '{"a": [1, 2.5, null, "\\u00e9\\n"], "b": {"c": {}}, "d": []}\n',
    'a:\n    deep:\n        er: x\n# comment\n\nb: "esc \\t \\" \\\\ end"\n',
    'a: |2\n    two more\n  end\nb: >\n  one\n    deeper\n  two\n',
  ])('reads what the full parser reads, on the same lines (%#)', (text) => {
    const root = new BlockReader('a.yaml', text, 1, 200).read()
    expect(root).toBeTruthy()
    expect([root as YamlNode].map(plain)).toEqual(slowly(text).documents.map(plain))
  })

  it.each([
    ['an anchor', 'a: &x 1\nb: *x\n'],
    ['a merge key', 'a:\n  <<: {b: 1}\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a tab in the indentation', 'a:\n\tb: 1\n'],
    ['an indentation that does not fit', 'a:\n   b: 1\n  c: 2\n'],
    ['a quote that is not closed', 'a: "x\n'],
    ['a complex key', '? a\n: b\n'],
    ['a second colon', 'a: b: c\n'],
  ])('leaves %s to the full parser', (_, text) => {
    expect(new BlockReader('a.yaml', text, 1, 200).read()).toBeUndefined()
  })

  it('takes nothing of 1,500 mutated files that the full parser reads otherwise', () => {
    let taken = 0
    for (const text of mutations(yaml, 1500, 11)) {
      const root = new BlockReader('a.yaml', text, 1, 200).read()
      if (root === undefined || root === null) continue
      taken++
      const { documents, problem, warnings } = slowly(text)
      expect([problem, warnings.length], text).toEqual([undefined, 0])
      expect(documents.map(plain), text).toEqual([plain(root)])
    }
    expect(taken).toBeGreaterThan(100)
  })
})

describe('documents', () => {
  it('are read one by one, each with its line in the file', () => {
    const { documents } = read('# head\na: 1\n--- # second\n\nb: 2\n...\n---\nc: &x 3\nd: *x\n')
    expect(documents).toEqual([
      { line: 2, entries: [['a', 2, [1, 2]]] },
      { line: 5, entries: [['b', 5, [2, 5]]] },
      {
        line: 8,
        entries: [
          ['c', 8, [3, 8]],
          ['d', 9, [3, 9]],
        ],
      },
    ])
  })

  it('that are broken do not keep the others from being read', () => {
    const { documents, problems } = read('a: 1\n---\nb: [\n---\nc: *x\n---\nd: 4\n')
    expect(documents).toHaveLength(2)
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['4', '5'])
  })

  it('are the same as those of the full parser in every fixture', () => {
    for (const text of yaml) {
      const { documents, problem } = slowly(text)
      if (problem) continue
      const full = documents.filter((root) => root.kind !== 'scalar' || root.value !== null)
      expect(read(text).documents).toEqual(full.map(plain))
    }
  })

  it('that are too many, too large or too full are refused with a sentence', () => {
    const limits = { ...YAML_LIMITS, maxDocuments: 3, maxLength: 100, maxNodes: 20 }
    const problems: string[] = []
    const listener = {
      document: () => undefined,
      problem: ({ sentence }: { sentence: string }) => problems.push(sentence),
      warning: () => undefined,
    }
    readDocuments('a.yaml', 'a: 1\n---\n'.repeat(5), listener, limits)
    readDocuments('a.yaml', 'x'.repeat(200), listener, limits)
    readDocuments('a.yaml', `[${'1,'.repeat(40)}1]`, listener, limits)
    expect(problems).toEqual([
      expect.stringContaining('more than 3 documents'),
      expect.stringContaining('larger than'),
      expect.stringContaining('more than 20 values'),
    ])
  })
})
