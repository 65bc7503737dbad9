import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/kubernetes/account'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { filesBelow, readOwnCatalogue, testImporter } from '@/lib/testing/test-importer'

const files = filesBelow('lib/importers/kubernetes/__fixtures__/runs')
const result = testImporter(kubernetesImporter, files, readOwnCatalogue())
const [extract] = result.extracts
if (!extract) throw new Error('no extract')

const typeOf = (key: string) => extract.components.find((one) => one.key === key)?.type
const factsOf = (key: string) => {
  const facts = extract.components.find((one) => one.key === key)?.facts ?? {}
  return Object.fromEntries(Object.entries(facts).map(([name, [{ value }]]) => [name, value]))
}
const into = (key: string) => extract.flows.filter(({ to }) => to === key).map(({ from }) => from)
const skipped = extract.skipped.map(({ what, why }) => [what, why])
const warnings = extract.warnings.map(({ file, line, sentence }) => [file.split('/').at(-1), line, sentence])

it('each object of workflows and pipelines is accounted for exactly once', () => {
  const objects = accountObjects(files, result)
  expect(objects).toHaveLength(11)
  expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
})

it('no secret of them is kept', () => {
  expect(JSON.stringify(result)).not.toMatch(/zq7/)
})

describe('a workflow of Argo', () => {
  const key = 'CronWorkflow/data/nightly'

  it('is a cron job with the images of its steps, those named by parameters too', () => {
    expect(typeOf(key)).toBe('cronjob')
    expect(into(key).filter((from) => from.startsWith('image/'))).toEqual([
      'image/registry.example.com/data/tool:3.1',
      'image/docker:27-dind',
      'image/python:3.12',
    ])
  })

  it('has the facts of its worst step, and its own limits', () => {
    expect(factsOf(key)).toMatchObject({
      privileged: true,
      runAsNonRoot: false,
      activeDeadline: true,
      concurrencyForbidden: true,
      envSecrets: ['API_TOKEN'],
      envSecretNames: ['DB_PASSWORD'],
      defaultAccount: false,
      declared: true,
    })
  })

  it('is handed its account, its Secrets and those of its artifacts, and a claim of its own', () => {
    expect(into(key)).toEqual(
      expect.arrayContaining([
        'ServiceAccount/data/loader',
        'Secret/data/warehouse-keys',
        'Secret/data/bucket-keys',
        'PersistentVolumeClaim/data/nightly-work',
      ]),
    )
  })

  it('that only puts others in an order is left out, and what a step does without a container is told', () => {
    expect(typeOf('WorkflowTemplate/data/helpers')).toBe('job')
    expect(skipped).toContainEqual(['WorkflowTemplate/data/order', expect.stringContaining('in an order')])
    expect(warnings).toContainEqual(['argo.yaml', 58, expect.stringContaining('is not drawn')])
    expect(warnings).toContainEqual(['argo.yaml', 73, expect.stringContaining('not among these files')])
  })

  it('hands its account to what it names; of what nobody names the account is unknown', () => {
    expect(into('WorkflowTemplate/data/helpers')).toContain('ServiceAccount/data/loader')
    expect(factsOf('Workflow/data/once-*')).toMatchObject({ defaultAccount: true })
    const text = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: a}
spec: {templates: [{container: {image: "x:1"}}]}
`
    const [alone] = kubernetesImporter.read([{ path: 'a.yaml', text }]).extracts
    const found = alone?.components.find((one) => one.key === 'WorkflowTemplate/default/a')
    expect(found?.facts).toMatchObject({ declared: [{ value: true }] })
    expect(found?.facts).not.toHaveProperty('defaultAccount')
    expect(alone?.flows.filter(({ type }) => type === 'flow-identity')).toEqual([])
  })
})

describe('a task of Tekton', () => {
  const key = 'Task/ci/build'

  it('is a job with the images of its steps, those with a default too', () => {
    expect(typeOf(key)).toBe('job')
    expect(into(key).filter((from) => from.startsWith('image/'))).toEqual([
      'image/registry.example.com/ci/builder:2.4',
    ])
  })

  it('says what its steps say; the rest is decided by its run', () => {
    const facts = factsOf(key)
    expect(facts).toMatchObject({
      privileged: true,
      noNewPrivileges: true,
      memoryLimit: 'none',
      mountsDockerSocket: true,
      envSecrets: ['SIGNING_KEY'],
      envSecretNames: ['PUSH_TOKEN'],
      activeDeadline: null,
    })
    expect(facts).not.toHaveProperty('declared')
  })

  it('acts under the account of the run that names its pipeline, which stays the one user of it', () => {
    expect(factsOf(key)).toMatchObject({ defaultAccount: false })
    expect(into(key)).toContain('ServiceAccount/ci/releaser')
    const alone = kubernetesImporter.read([
      {
        path: 'a.yaml',
        text: `apiVersion: tekton.dev/v1
kind: Task
metadata: {name: a}
spec: {steps: [{image: x}]}
---
apiVersion: tekton.dev/v1
kind: TaskRun
metadata: {name: r}
spec: {serviceAccountName: one, taskRef: {name: a}}
`,
      },
    ])
    const found = alone.extracts[0]?.components.find((one) => one.key === 'ServiceAccount/default/one')
    expect(found?.facts.usedByMany?.[0].value).toBe(false)
    expect(alone.extracts[0]?.flows.filter(({ type }) => type === 'flow-identity')).toHaveLength(2)
  })

  it('is handed the Secrets that it names, and none that a parameter names', () => {
    expect(into(key).filter((from) => from.startsWith('Secret/'))).toEqual(['Secret/ci/push-key'])
  })
})

describe('a run of Tekton', () => {
  it('has its account, its workspaces and the settings of its pods', () => {
    expect(factsOf('PipelineRun/ci/release-1')).toMatchObject({ hostNetwork: true, activeDeadline: true })
    expect(into('PipelineRun/ci/release-1')).toEqual(['Secret/ci/git-creds', 'ServiceAccount/ci/releaser'])
    expect(factsOf('PipelineRun/ci/inline')).toMatchObject({ runAsNonRoot: true, declared: true })
    expect(into('PipelineRun/ci/inline')).toEqual(
      expect.arrayContaining(['image/alpine/git:2.45', 'PersistentVolumeClaim/ci/sources']),
    )
  })

  it('that another run made is told by that, and a pipeline of tasks by its tasks', () => {
    expect(skipped).toContainEqual(['TaskRun/ci/release-1-build', expect.stringContaining('made by another')])
    expect(skipped).toContainEqual(['Pipeline/ci/release', expect.stringContaining('in an order')])
    expect(warnings).toContainEqual(['tekton.yaml', 58, expect.stringContaining('fetched from elsewhere')])
  })
})

it('a task whose account its run decides may be whom a mesh lets in', () => {
  const text = (account: string) => `apiVersion: tekton.dev/v1
kind: ${account === '' ? 'Task' : 'TaskRun'}
metadata: {name: t, labels: {sidecar.istio.io/inject: "true"}}
spec: {${account} ${account === '' ? 'steps' : 'taskSpec: {steps'}: [{image: x, env: [{name: API, value: "http://api:80"}]}]${account === '' ? '' : '}'}}
---
apiVersion: v1
kind: Service
metadata: {name: api}
spec: {selector: {app: api}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec: {template: {metadata: {labels: {app: api, sidecar.istio.io/inject: "true"}}, spec: {containers: [{image: x}]}}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: only}
spec: {selector: {matchLabels: {app: api}}, rules: [{from: [{source: {principals: [cluster.local/ns/default/sa/one]}}]}]}
`
  const calls = (account: string) =>
    kubernetesImporter
      .read([{ path: 'a.yaml', text: text(account) }])
      .extracts[0]?.flows.filter(({ to, type }) => to === 'Service/default/api' && type === 'flow-http')
      .length
  expect(calls('')).toBe(1)
  expect(calls('serviceAccountName: one,')).toBe(1)
  expect(calls('serviceAccountName: other,')).toBe(0)
})

describe('odd workflows and pipelines', () => {
  const read = (text: string) => kubernetesImporter.read([{ path: 'a.yaml', text }])
  const kinds = ['Workflow', 'CronWorkflow', 'WorkflowTemplate', 'Task', 'TaskRun', 'Pipeline', 'PipelineRun']
  const specs = {
    'nothing in them': '{}',
    'a text for a spec': '"x"',
    'wrong types everywhere':
      '{templates: {a: 1}, steps: [[1, null, {inline: [1]}], 3], tasks: [1, {taskSpec: [x]}], params: [null, {name: [a]}], workspaces: [1, {name: {}}], volumes: "x", podTemplate: [1], taskSpec: 3, pipelineSpec: [], workflowSpec: 7, securityContext: [x]}',
    'templates in each other': `{templates: [${'{dag: {tasks: [{inline: '.repeat(40)}{}${'}]}}'.repeat(40)}]}`,
    'ten thousand steps': `{steps: [${'{image: $(params.a)},'.repeat(10_000)}], params: [{name: a, default: "${'$(params.a)'.repeat(1000)}"}], templates: [${'{container: {image: "{{inputs.parameters.a}}"}, inputs: {parameters: [{name: a, value: "{{inputs.parameters.a}}"}]}},'.repeat(2000)}]}`,
    'a thousand things that a thousand steps share': `{stepTemplate: {env: [${'{name: A, value: b},'.repeat(5000)}]}, workspaces: [${'{name: a, secret: {secretName: b}},'.repeat(5000)}], taskSpec: {steps: [${'{},'.repeat(5000)}]}, steps: [${'{},'.repeat(5000)}], templateDefaults: {container: {env: [${'{name: A},'.repeat(5000)}]}}, templates: [${'{container: {}},'.repeat(5000)}], arguments: {parameters: [${'{name: a, value: b},'.repeat(5000)}]}}`,
    'names of prototypes':
      '{templates: [{container: {image: "{{workflow.parameters.constructor}}"}}], steps: [{image: $(params.__proto__)}]}',
  }
  it.each(Object.entries(specs))('with %s are one thing each', (_, spec) => {
    const text = kinds
      .map((kind) => {
        const group = /Workflow/.test(kind) ? 'argoproj.io/v1alpha1' : 'tekton.dev/v1'
        return `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`
      })
      .join('---\n')
    const objects = accountObjects([{ path: 'a.yaml', text }], read(text))
    expect(objects).toHaveLength(kinds.length)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })

  it.each([
    ['Task', `{steps: [${'{},'.repeat(150_000)}]}`],
    ['Pipeline', `{tasks: [${'{taskRef: {name: b}},'.repeat(150_000)}]}`],
  ])('of more parts than one call can take are one thing: %s', (kind, spec) => {
    const run =
      'apiVersion: tekton.dev/v1\nkind: PipelineRun\nmetadata: {name: r}\nspec: {serviceAccountName: s, pipelineRef: {name: a}}\n'
    const text = `apiVersion: tekton.dev/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n---\n${run}`
    const objects = accountObjects([{ path: 'a.yaml', text }], read(text))
    expect(objects).toHaveLength(2)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })
})
