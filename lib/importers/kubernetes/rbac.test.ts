import { describe, expect, it } from 'vitest'
import { readFiles } from '@/lib/importers/read-files'
import { deployment } from '@/lib/testing/kubernetes-files'
import { factsOf, flowsOf, linesOf } from '@/lib/testing/test-importer'

const read = (...documents: readonly string[]) =>
  readFiles([{ path: 'a.yaml', text: documents.join('\n---\n') }])
const role = (name: string, rest: string, labels = '{}') =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ${name}, labels: ${labels}}\n${rest}`
const collects = (label: string) =>
  `aggregationRule: {clusterRoleSelectors: [{matchLabels: {${label}: "true"}}]}`
const reads = 'rules: [{apiGroups: [""], resources: [secrets], verbs: [get, list]}]'
const enters = 'rules: [{apiGroups: [""], resources: [pods/exec], verbs: [create]}]'
const binding = (name: string, subject: string, of = 'reader') =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: "${name}"}\nroleRef: {kind: ClusterRole, name: ${of}}\nsubjects: [${subject}]`
const group = (name: string) => `{kind: Group, name: "${name}"}`

describe('an aggregated role', () => {
  it('has the rights of the roles that add to it, those that add to these included', () => {
    const result = read(
      role('all', collects('to-all')),
      role('part', `${collects('to-part')}`, '{to-all: "true"}'),
      role('reader', reads, '{to-part: "true"}'),
      role('visitor', enters, '{to-all: "true"}'),
      role('apart', 'rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]', '{to-none: "true"}'),
    )
    expect(factsOf(result, 'ClusterRole/all')).toEqual({
      declared: true,
      clusterScope: true,
      readsSecrets: true,
      canExec: true,
      writes: true,
    })
    expect(factsOf(result, 'ClusterRole/part')).toMatchObject({ readsSecrets: true })
    expect(factsOf(result, 'ClusterRole/part')).not.toHaveProperty('canExec')
    // The rule itself is the evidence.
    expect(linesOf(result, 'ClusterRole/all')?.readsSecrets).toBe(14)
  })

  it('that collects from no role of the files may have any right', () => {
    expect(factsOf(read(role('all', collects('to-all'))), 'ClusterRole/all')).toMatchObject({
      fullAccess: null,
      readsSecrets: null,
      writes: null,
    })
  })

  it('in a circle is read all the same', () => {
    const result = read(
      role('a', collects('to-a'), '{to-b: "true"}'),
      role('b', `${collects('to-b')}\n${reads}`, '{to-a: "true"}'),
    )
    expect(factsOf(result, 'ClusterRole/a')).toMatchObject({ readsSecrets: true })
  })

  it.each([
    ['view', 'view', true],
    ['view', 'admin', true],
    ['admin', 'view', undefined],
  ])('of every cluster gets what files add to %s: %s reads secrets', (to, bound, value) => {
    const result = read(
      role('extra', reads, `{rbac.authorization.k8s.io/aggregate-to-${to}: "true"}`),
      binding('bound', '{kind: User, name: somebody}', bound),
    )
    expect(factsOf(result, `ClusterRole/${bound}`)?.readsSecrets).toBe(value)
  })
})

describe('a binding to a group of service accounts', () => {
  const accounts = ['shop', 'build'].map(
    (namespace) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: own, namespace: ${namespace}}`,
  )
  const app = deployment('{containers: [{name: a, image: x}]}', 'app, namespace: shop')
  const grants = (...subjects: readonly string[]) =>
    flowsOf(read(...accounts, app, role('reader', reads), binding('b', subjects.join())))
      .filter((flow) => flow.includes('flow-grant ClusterRoleBinding/b -> '))
      .map((flow) => flow.split(' -> ')[1])

  it('gives its rights to each account, also to those that workloads run under', () => {
    const all = ['ServiceAccount/shop/own', 'ServiceAccount/build/own', 'ServiceAccount/shop/default']
    expect(grants(group('system:serviceaccounts'))).toEqual(all)
    expect(grants(group('system:authenticated'))).toEqual(all)
    expect(grants(group('system:serviceaccounts:shop'))).toEqual([all[0], all[2]])
    expect(grants(group('system:unauthenticated'), group('admins'))).toEqual([])
  })

  it('lets their workloads ask the API server', () => {
    const result = read(
      ...accounts,
      app,
      role('reader', reads),
      binding('b', group('system:serviceaccounts')),
    )
    expect(flowsOf(result)).toContain('flow-k8s-api Deployment/shop/app -> ControlPlane/kube-apiserver')
  })

  it('is for everybody, for one namespace, or for callers without a name', () => {
    const facts = (name: string) =>
      factsOf(read(role('reader', reads), binding('b', group(name))), 'ClusterRoleBinding/b')
    expect(facts('system:authenticated')).toMatchObject({ bindsAllAuthenticated: true })
    expect(facts('system:serviceaccounts')).toMatchObject({ bindsAllAuthenticated: true })
    expect(facts('system:serviceaccounts:shop')).toMatchObject({ bindsDefaultAccount: true })
    expect(facts('system:serviceaccounts:shop')).not.toHaveProperty('bindsAllAuthenticated')
    expect(facts('system:unauthenticated')).toMatchObject({ bindsAnonymous: true })
  })

  it('that every cluster has connects nobody', () => {
    const result = read(
      ...accounts,
      role('reader', reads),
      binding('system:basic-user', group('system:authenticated')),
    )
    expect(flowsOf(result).filter((flow) => flow.includes('-> ServiceAccount/'))).toEqual([])
  })

  it('of very many accounts connects a hundred and says so', () => {
    const many = Array.from(
      { length: 120 },
      (_, at) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a${at}, namespace: shop}`,
    )
    const result = read(...many, role('reader', reads), binding('b', group('system:serviceaccounts')))
    expect(flowsOf(result).filter((flow) => flow.includes('-> ServiceAccount/'))).toHaveLength(100)
    expect(result.extracts[0]?.warnings[0]?.sentence).toContain('of 120, the first 100')
  })
})
