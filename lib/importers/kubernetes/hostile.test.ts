import { describe, expect, it } from 'vitest'
import { fuzzRuns } from '@/lib/env/fuzz-runs'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { Change } from '@/lib/model/change'
import { emptyModel } from '@/lib/model/empty-model'
import { kubernetesCanaries } from '@/lib/testing/kubernetes-canaries'
import { mutations } from '@/lib/testing/mutate'
import { filesBelow } from '@/lib/testing/test-importer'

const options = { newId: (key: string) => key, baseSeq: 0 }

describe('secrets in manifests', () => {
  const canary = (number: number) => `zq7canary${String(number).padStart(3, '0')}x`
  const { text, count } = kubernetesCanaries(canary)
  const read = readFiles([{ path: 'canaries.yaml', text }])

  it('are planted in more than 130 places, and the objects around them are read', () => {
    expect(count).toBeGreaterThan(130)
    const keys = read.extracts.flatMap(({ components }) => components).map(({ key }) => key)
    expect(keys).toEqual(
      expect.arrayContaining([
        'Deployment/canaries/app',
        'Secret/canaries/control-name',
        'Thing/canaries/thing',
        'Secret/default/desk-here',
        'DeploymentConfig/default/desk',
        'Workflow/canaries/flow',
        'Task/canaries/task',
        'PipelineRun/canaries/run',
      ]),
    )
  })

  it('are in no extract, plan or model, neither plain nor in base64', () => {
    const plan = planImport(emptyModel('Model', 'hash'), read.extracts, options)
    const model = plan.change && applyChange(emptyModel('Model', 'hash'), plan.change).model
    const everything = JSON.stringify([read, plan, model])
    const found = Array.from({ length: count }, (_, at) => canary(at + 1)).filter(
      (secret) => everything.includes(secret) || everything.includes(btoa(secret).slice(0, -2)),
    )
    expect(found).toEqual([])
    expect(everything).toContain('control-name')
  })
})

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: ${spec}\n`
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'
    .split('')
    .map(
      (name, at) =>
        `${name}: &${name} [${'abcdefgh'[at]},`.replace('[', '[*') +
        Array(8).fill(`*${'abcdefgh'[at]}`).join(',') +
        ']',
    ),
].join('\n')

describe('hostile manifests', () => {
  it.each([
    ['an alias bomb', `apiVersion: v1\nkind: Pod\n${bomb}\n`],
    [
      'a merge bomb',
      `apiVersion: v1\nkind: Pod\na: &a {${Array.from({ length: 2000 }, (_, at) => `k${at}: 1`).join(',')}}\n${Array.from({ length: 500 }, (_, at) => `m${at}: {<<: *a}`).join('\n')}\n`,
    ],
    ['a loop of anchors', 'apiVersion: v1\nkind: Pod\na: &a\n  b: *a\n'],
    [
      'an anchor of another document',
      'apiVersion: v1\nkind: Pod\nmetadata: &m {name: p}\n---\napiVersion: v1\nkind: Pod\nmetadata: *m\n',
    ],
    [
      'a setting with blanks without end',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: |\n    x\n    host${' '.repeat(19_000)}a b\n    ${'-'.repeat(19_000)}\n`,
    ],
    ['lists in lists', pod('['.repeat(50_000))],
    [
      'maps in maps',
      `apiVersion: v1\nkind: Pod\n${Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n`,
    ],
    [
      'lists of kind List in each other',
      `apiVersion: v1\nkind: List\nitems: ${'[{kind: List, items: '.repeat(150)}[]${'}]'.repeat(150)}\n`,
    ],
    ['question marks', `apiVersion: v1\nkind: Pod\n${'? '.repeat(5000)}\n`],
    [
      '50,000 keys',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n${Array.from({ length: 50_000 }, (_, at) => `  k${at}: v`).join('\n')}\n`,
    ],
    [
      'keys that occur twice',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n${'kind: Pod\n'.repeat(2000)}`,
    ],
    ['a million documents', '---\na: 1\n'.repeat(1_000_000)],
    ['a million empty documents', '---\n'.repeat(1_000_000) + pod('{}')],
    ['UTF-16', Array.from(pod('{}'), (character) => `${character}\0`).join('')],
    ['tabs', 'apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n'],
    ['control characters', pod('{a: "\u0007"}')],
    ['a lone surrogate', pod('{a: "\uD800"}')],
    ['a long line', pod(`{a: "${'x'.repeat(2_000_000)}"}`)],
    ['a long key', `apiVersion: v1\nkind: Pod\n${'k'.repeat(500_000)}: 1\n`],
    ['colons without end', pod(`"${': '.repeat(200_000)}"`)],
    ['quotes without end', pod(`{a: "${"'".repeat(200_000)}`)],
    [
      'URLs without end',
      pod(`{containers: [{name: a, image: x, args: ["${'http://a:b@'.repeat(20_000)}"]}]}`),
    ],
    [
      'an expression for slow patterns',
      pod(
        `{containers: [{name: a, image: "${'a/'.repeat(50_000)}", env: [{name: A, value: "${'a.'.repeat(50_000)}"}]}]}`,
      ),
    ],
    [
      'more capabilities than one call can take',
      pod(
        `{containers: [{name: a, image: x, securityContext: {capabilities: {add: [${'AA,'.repeat(300_000)}]}}}]}`,
      ),
    ],
    [
      'names of prototypes',
      'apiVersion: v1\nkind: __proto__\nmetadata: {name: constructor, namespace: __proto__}\n---\napiVersion: v1\nkind: toString\nmetadata: {name: x, labels: {__proto__: x}}\n',
    ],
    [
      'wrong types everywhere',
      pod(
        '{containers: {a: 1}, volumes: 3, securityContext: [x], tolerations: "x", initContainers: [1, [2], null, {ports: [null, 1, {containerPort: {}}], env: {a: b}, resources: [1]}]}',
      ),
    ],
    [
      'wrong types in metadata',
      'apiVersion: [v1]\nkind: {a: b}\nmetadata: [x]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: [a], namespace: {}, labels: [x]}\nspec: {selector: [x], ports: 8}\n',
    ],
    [
      'script and Markdown in names',
      'apiVersion: v1\nkind: "<script>|alert(1)"\nmetadata: {name: "`x`|\\n# h", namespace: "../../a b"}\n',
    ],
    [
      'a selector of nothing',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\nspec: {podSelector: 4, ingress: {}, egress: [3, null, [], {to: 3}]}\n',
    ],
  ])('with %s are answered by a result that can be planned', (_, text) => {
    const result = readFiles([{ path: 'hostile.yaml', text }])
    expect(result.extracts.length + result.unreadable.length).toBeGreaterThan(0)
    for (const { sentence } of result.unreadable) expect(sentence.length).toBeGreaterThan(20)
    const plan = planImport(emptyModel('Model', 'hash'), result.extracts, options)
    if (plan.change) expect(() => Change.parse(plan.change)).not.toThrow()
  })

  it('that were mutated at random never make reading throw, and always give a change that can be applied', () => {
    const texts = filesBelow('lib/importers/kubernetes/__fixtures__').map(({ text }) => text)
    for (const text of mutations(texts, fuzzRuns(400), 3)) {
      const result = kubernetesImporter.read([{ path: 'a.yaml', text }])
      const start = emptyModel('Model', 'hash')
      const { change } = planImport(start, result.extracts, options)
      if (!change) continue
      expect(Change.safeParse(change).error?.issues, text).toBeUndefined()
      expect(applyChange(start, change).refused, text).toEqual([])
    }
  })
})
