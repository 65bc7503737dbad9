import { describe, expect, it } from 'vitest'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'
import { filesBelow } from '@/lib/testing/test-importer'

type Files = Record<string, string>

const plan = (model: ThreatModel, files: Files): ImportPlan =>
  planImport(model, readFiles(Object.entries(files).map(([path, text]) => ({ path, text }))).extracts, {
    newId: (key) => key,
    baseSeq: 0,
  })
const imported = (model: ThreatModel, files: Files): ThreatModel => {
  const { change } = plan(model, files)
  return change ? applyChange(model, change).model : model
}
const start = emptyModel('Model', 'hash')
const names = (items: readonly { elementId: string }[]) => items.map(({ elementId }) => elementId)

const workload = (name: string, extra = '', namespace = 'shop') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers: [{name: a, image: "x:1"${extra}}]
`
const service = (name: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: [{port: 80}]}
`

describe('importing manifests again', () => {
  it('changes nothing when they are the same, in any order of files', () => {
    const fixtures = filesBelow('lib/importers/kubernetes/__fixtures__')
    const files = Object.fromEntries(fixtures.map(({ path, text }) => [path, text]))
    const model = imported(start, files)
    expect(Object.keys(model.components).length).toBeGreaterThan(40)
    expect(plan(model, files).change).toBeUndefined()
  })

  it('tells which fact changed, from what to what', () => {
    const model = imported(start, { 'k/a.yaml': workload('web') })
    const { changed } = plan(model, {
      'k/a.yaml': workload('web', ', securityContext: {privileged: true}'),
    })
    expect(changed.map(({ elementId, differences }) => [elementId, differences])).toEqual([
      [
        'Deployment/shop/web',
        [{ field: 'privileged', from: undefined, to: true, source: { file: 'k/a.yaml', line: 8 } }],
      ],
    ])
  })

  it('marks what has left a file, and keeps what people said of it', () => {
    const model = imported(start, { 'k/a.yaml': `${workload('web')}---\n${workload('old')}` })
    const { gone, change } = plan(model, { 'k/a.yaml': workload('web') })
    expect(names(gone).sort()).toEqual([
      'Deployment/shop/old',
      'Flow/image-run/image/x:1->Deployment/shop/old',
    ])
    expect(change?.edits.every(({ type }) => type !== 'remove-component')).toBe(true)
  })

  it('takes one more file as an addition: nothing of the others is gone or changed', () => {
    const model = imported(start, { 'a.yaml': `${workload('web')}---\n${service('web')}` })
    const { gone, changed, added } = plan(model, { 'b.yaml': `${workload('api')}---\n${service('api')}` })
    expect([names(gone), names(changed)]).toEqual([[], []])
    expect(names(added)).toContain('Deployment/shop/api')
  })

  it('marks what stood in a file that has left its folder, when the folder is imported again', () => {
    const files = {
      'k/a.yaml': workload('web'),
      'k/b.yaml': workload('api'),
      'k/c.yaml': workload('job', '', 'batch'),
    }
    const model = imported(start, files)
    const { 'k/c.yaml': _, ...rest } = files
    const { gone } = plan(model, rest)
    expect(names(gone)).toEqual(
      expect.arrayContaining([
        'Deployment/batch/job',
        'Namespace/batch',
        'Flow/image-run/image/x:1->Deployment/batch/job',
      ]),
    )
    expect(names(gone)).not.toContain('Deployment/shop/api')
  })

  it('keeps the namespace and the cluster as long as other files refer to them', () => {
    const model = imported(start, { 'a.yaml': workload('web') })
    const both = imported(model, { 'b.yaml': workload('api') })
    const { gone } = plan(both, { 'a.yaml': workload('other', '', 'elsewhere') })
    expect(names(gone)).toContain('Deployment/shop/web')
    expect(names(gone)).not.toContain('Namespace/shop')
    expect(names(gone)).not.toContain('Cluster/cluster')
  })

  it('takes back what a policy said when the policy is gone', () => {
    const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}}
`
    const model = imported(start, { 'k/a.yaml': workload('web'), 'k/p.yaml': policy })
    expect(model.components['Deployment/shop/web']?.zoneIds).toContain('NetworkPolicy/shop/deny')
    const after = imported(model, { 'k/a.yaml': workload('web'), 'k/b.yaml': workload('api') })
    expect(after.components['Deployment/shop/web']?.zoneIds).toEqual(['Namespace/shop'])
    expect(after.components['Deployment/shop/web']?.facts.ingressRestricted).toBeUndefined()
    expect(after.components['Namespace/shop']?.facts.networkPolicy).toBeUndefined()
    expect(after.components['NetworkPolicy/shop/deny']?.gone).toBe(true)
  })
})
