import { describe, expect, it } from 'vitest'
import { splitJsonStream } from '@/lib/importers/yaml/json-stream'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import { toScalarText, valueAt } from '@/lib/importers/yaml/yaml-node'

const one = '{\n  "kind": "Service",\n  "note": "a } { and a \\" quote"\n}'
const two = '{"kind": "Pod"}'

describe('objects of JSON one after the other', () => {
  it('are read each with its own lines, also when every line is one', () => {
    const { documents, problem } = readYaml('all.json', `${one}\n\n${two}\n${two}\n`)
    expect(problem).toBeUndefined()
    expect(documents.map((root) => [root.line, valueAt(root, 'kind')?.line])).toEqual([
      [1, 2],
      [6, 6],
      [7, 7],
    ])
  })

  it.each([
    ['#', `# of kubectl {\n\n  # "and another\n${two}\n${one}\n# an end`],
    ['//', `// of jq }\n\n  // "and another\n${two}\n${one}\n// an end`],
    ['# and //', `# one\n\n// two\n${two} // after it\n${one} # the last`],
  ])('are read behind comments with %s, each with its own lines', (_, text) => {
    const { documents, problem } = readYaml('all.json', text)
    expect(problem).toBeUndefined()
    expect(documents.map((root) => [root.line, valueAt(root, 'kind')?.line])).toEqual([
      [4, 4],
      [5, 6],
    ])
  })

  it.each(['// a comment\n', '# one\n// two\n'])(
    'are read behind %j also when there is only one',
    (comment) => {
      const { documents, problem } = readYaml('one.json', `${comment}{"kind":"Pod"}`)
      expect(problem).toBeUndefined()
      expect(documents.map((root) => toScalarText(valueAt(root, 'kind')))).toEqual(['Pod'])
    },
  )

  it('keep the lines of a part that stands further down in a file', () => {
    expect(readYaml('all.json', `${two}${two}`, undefined, 10).documents.map(({ line }) => line)).toEqual([
      11, 11,
    ])
  })

  it.each([
    ['one object', one],
    ['no end', `${two}{`],
    ['something else after it', `${two}, "a": 1`],
    ['YAML in brackets', '{a: 1}{b: 2}'],
    ['nothing', '  '],
    ['comments alone', '# a\n// b'],
    ['one object behind a comment of YAML', `# a\n${two}`],
  ])('are not found in %s', (_, text) => {
    expect(splitJsonStream(text, 10)).toBeUndefined()
  })

  it.each(['{"kind": "Pod"', 'what is this', '{kind: Pod}', '{"a": [}'])(
    'are read up to where the text is broken: %s',
    (rest) => {
      for (const comment of ['', '# a\n', '// a\n']) {
        const { documents, problem } = readYaml('all.json', `${comment}${two}\n${two}\n\n${rest}`)
        expect(documents).toHaveLength(2)
        expect(problem).toMatchObject({
          line: comment === '' ? 4 : 5,
          sentence: expect.stringContaining('cut off'),
        })
      }
    },
  )

  it('are not taken apart when there are more than allowed', () => {
    expect(splitJsonStream(two.repeat(11), 11)?.parts).toHaveLength(11)
    expect(splitJsonStream(two.repeat(12), 11)).toBeUndefined()
  })

  it('still tell the line of what is too much in one of them', () => {
    const deep = `{"a":${'['.repeat(300)}${']'.repeat(300)}}`
    expect(readYaml('all.json', `${two}\n${deep}`).problem).toMatchObject({ line: 2 })
  })
})
