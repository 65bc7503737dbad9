import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/kubernetes/account'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { readFiles } from '@/lib/importers/read-files'
import { readOwnCatalogue, testImporter } from '@/lib/testing/test-importer'

const text = readFileSync('lib/importers/kubernetes/__fixtures__/openshift-template.yaml', 'utf8')
const files = [{ path: 'template.yaml', text }]

function read(given: string) {
  const result = readFiles([{ path: 'a.yaml', text: given }])
  const [extract] = result.extracts
  const components = extract?.components ?? []
  return { ...result, components, skipped: extract?.skipped ?? [], warnings: extract?.warnings ?? [] }
}

describe('a template of OpenShift', () => {
  const result = testImporter(kubernetesImporter, files, readOwnCatalogue())
  const [extract] = result.extracts
  const keys = extract?.components.map(({ key }) => key)
  const factsOf = (key: string) => {
    const facts = extract?.components.find((one) => one.key === key)?.facts ?? {}
    return Object.fromEntries(Object.entries(facts).map(([name, [{ value }]]) => [name, value]))
  }

  it('gives its objects, with the values of its parameters put in', () => {
    expect(keys).toEqual(
      expect.arrayContaining(
        [
          'DeploymentConfig/default/desk',
          'Route/default/desk',
          'Secret/default/desk-db',
          'Service/default/desk',
          'ServiceAccount/default/desk-runner',
          'image/registry.example.com/desk/web%3A1.4',
        ].map((key) => expect.stringContaining(key.split('%')[0] ?? '')),
      ),
    )
    expect(factsOf('DeploymentConfig/default/desk')).toMatchObject({ replicas: 2, privileged: true })
    const flows = extract?.flows.map(({ from, to }) => `${from} -> ${to}`)
    expect(flows).toContain('Route/default/desk -> Service/default/desk')
    expect(flows).toContain('Service/default/desk -> DeploymentConfig/default/desk')
  })

  it('counts its objects like those of a list, each once, and is none itself', () => {
    const objects = accountObjects(files, result)
    expect(objects.map(({ title }) => title)).toEqual([
      'Secret/default/desk-db',
      'Service/default/desk',
      'Route/default/desk',
      'DeploymentConfig/default/desk',
      'ConfigMap/${TEAM}/settings',
      'ServiceAccount/default/desk-runner',
      'Template/default/inner',
    ])
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })

  it('leaves out what a parameter without a value names, and a template inside, and says what to do', () => {
    expect(extract?.skipped.map(({ line, what, why }) => [line, what, why])).toEqual([
      [48, 'ConfigMap', expect.stringContaining('Run "oc process" with a value for it')],
      [57, 'Template', expect.stringContaining('template inside of a template')],
    ])
    expect(keys?.some((key) => key.includes('never-made'))).toBe(false)
    expect(extract?.warnings).toEqual([expect.objectContaining({ file: 'template.yaml', line: 70 })])
  })

  it('keeps no value that may be a secret, and knows that a written one is there', () => {
    const everything = JSON.stringify(result)
    expect(everything).not.toContain('zq7admin')
    expect(factsOf('DeploymentConfig/default/desk')).toMatchObject({
      envSecrets: ['ADMIN_PASSWORD'],
      envSecretNames: ['DB_PASSWORD', 'DB_USER'],
    })
    // Its values are made up when it is processed.
    expect(factsOf('Secret/default/desk-db')).toMatchObject({ valuesInManifest: false })
  })
})

const template = (objects: string, parameters: string) =>
  `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nobjects:\n${objects}\nparameters:\n${parameters}\n`
const secret = (name: string, value: string) =>
  `- {apiVersion: v1, kind: Secret, metadata: {name: "${name}"}, stringData: {token: "${value}"}}`

describe('parameters', () => {
  it('that may be secrets are put in where values are never kept, and nowhere else', () => {
    const objects = `${secret('a', '${API_TOKEN}')}\n${secret('x-${API_TOKEN}', 'a')}`
    const { components, skipped } = read(template(objects, '- {name: API_TOKEN, value: zq7token}'))
    expect(components.find(({ key }) => key === 'Secret/default/a')?.facts.valuesInManifest?.[0].value).toBe(
      true,
    )
    expect(skipped).toHaveLength(1)
    expect(JSON.stringify({ components, skipped })).not.toContain('zq7token')
  })

  it('that name each other or themselves are put in once', () => {
    const parameters =
      '- {name: A, value: "${B}${A}"}\n- {name: B, value: "${A}"}\n- {name: C, value: "x${C}"}'
    const { skipped, components } = read(
      template(`${secret('${A}', 'v')}\n${secret('${C}', 'v')}`, parameters),
    )
    expect(components.filter(({ type }) => type === 'secret')).toEqual([])
    expect(skipped).toHaveLength(2)
  })

  it('are known in older templates too, and in JSON', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'Template',
      metadata: { name: 't' },
      objects: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: '${NAME}' } }],
      parameters: [{ name: 'NAME', value: 'old' }],
    }
    const { components } = read(JSON.stringify(object))
    expect(components.map(({ key }) => key)).toContain('Secret/default/old')
  })

  it('of a hundred thousand, and of huge texts, are answered by sentences', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `- {name: P${at}, value: v${at}}`).join('\n')
    const found = read(template(secret('${P0}-${P99999}', 'v'), many))
    expect(found.components.map(({ key }) => key)).toContain('Secret/default/v0-v99999')

    const objects = Array.from({ length: 2000 }, (_, at) => secret(`s${at}`, '${HUGE}'.repeat(50))).join('\n')
    const huge = read(template(objects, `- {name: HUGE, value: ${'h'.repeat(500_000)}}`))
    expect(huge.skipped).toHaveLength(2000)
    expect(new Set(huge.skipped.map(({ why }) => why))).toEqual(
      new Set([expect.stringMatching(/4 million characters\. Run "oc process"/)]),
    )
  })

  it.each([
    ['of wrong types', 'objects: [1, null, [2], {kind: Pod}]\nparameters: {a: b}\n'],
    ['that are no maps', 'objects: [{kind: "${A}"}]\nparameters: [1, null, [x], {name: [a]}, {value: 1}]\n'],
    ['in a template that refers to itself', 'objects: &o [{kind: Template, objects: *o}]\n'],
    [
      'in templates nested deeply',
      `objects: ${'[{apiVersion: v1, kind: Template, objects: '.repeat(90)}[]${'}]'.repeat(90)}\n`,
    ],
    [
      'named like prototypes',
      'objects: [{kind: Pod, metadata: {name: "${__proto__}${constructor}"}}]\nparameters: [{name: __proto__, value: x}]\n',
    ],
  ])('%s never make reading throw, and every object has a reason or a sentence', (_, rest) => {
    const { skipped, unreadable } = read(
      `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\n${rest}`,
    )
    expect(skipped.length + unreadable.length).toBeGreaterThan(0)
  })
})
