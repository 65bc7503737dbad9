import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { openQuestions } from '@/lib/analysis/open-questions'
import { threatRows } from '@/lib/analysis/threat-rows'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'

const catalogue = openRepositoryCatalogue()
const workload = (namespace: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: ${namespace} }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "nginx:1.29.0" }] } } }
---`

function imported(text: string): ThreatModel {
  const model = emptyModel('Shop', catalogue.hash)
  const { extracts } = kubernetesImporter.read([{ path: 'shop.yaml', text }])
  const { change } = planImport(model, extracts, { newId: (key) => key, baseSeq: 0 })
  return change ? applyChange(model, change).model : model
}

function answered(model: ThreatModel, elementId: string, value: boolean): ThreatModel {
  const fact = { origin: 'person', value, source: { who: 'Ann', when: '2026-11-29T00:00:00.000Z' } } as const
  const edit = {
    type: 'set-fact',
    elementId,
    attribute: 'wholeNamespace',
    slot: 'person',
    value: fact,
    was: null,
  } as const
  const { model: next, refused } = applyChange(model, {
    id: 'answer',
    label: 'Answer',
    atomic: true,
    edits: [edit],
  })
  expect(refused).toEqual([])
  return next
}

const rowsOf = (model: ThreatModel) => threatRows(analyse(model, catalogue), '2026-11-29')
const stateOf = (model: ThreatModel, threatId: string, elementId: string) =>
  rowsOf(model).find((row) => row.threatId === threatId && row.elementId === elementId)?.state
const decidedElsewhere = ['K-I-09', 'K-D-04', 'K-D-18']

describe('whether the files hold the whole namespace', () => {
  const model = imported(workload('shop') + workload('pay'))

  it('is unknown, however many workloads were read, and asked once for both namespaces before all else', () => {
    for (const id of decidedElsewhere) expect(stateOf(model, id, 'Namespace/shop')).toBe('possible')
    const questions = openQuestions(rowsOf(model), model)
    expect(questions[0]).toMatchObject({
      attribute: 'wholeNamespace',
      elementIds: ['Namespace/pay', 'Namespace/shop'],
    })
    const asked = questions.map(({ attribute }) => attribute)
    for (const closed of ['networkPolicy', 'resourceQuota', 'limitRange', 'ingressRestricted'])
      expect(asked).not.toContain(closed)
  })

  it('makes what is not there a fact, in that namespace, when it is answered yes', () => {
    const after = answered(model, 'Namespace/shop', true)
    for (const id of decidedElsewhere) {
      expect(stateOf(after, id, 'Namespace/shop')).toBe('raised')
      expect(stateOf(after, id, 'Namespace/pay')).toBe('possible')
    }
  })

  it('leads to the single questions when it is answered no', () => {
    const after = answered(model, 'Namespace/shop', false)
    const row = rowsOf(after).find(
      ({ threatId, elementId }) => threatId === 'K-D-04' && elementId === 'Namespace/shop',
    )
    expect(row?.asks).toEqual([{ elementId: 'Namespace/shop', attribute: 'resourceQuota' }])
  })

  it('is no matter for what a workload itself leaves out: that is as Kubernetes has it', () => {
    for (const id of ['K-E-07', 'K-E-24', 'D-D-01', 'K-D-02'])
      expect(stateOf(model, id, 'Deployment/shop/web')).toBe('raised')
  })

  it('is no matter for the label that only the Namespace itself can have', () => {
    const named = imported(
      `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n---${workload('shop')}`,
    )
    const [fact] = named.components['Namespace/shop']?.facts.podSecurityEnforce ?? []
    expect(fact).toMatchObject({ value: 'unset', origin: 'import' })
    expect(model.components['Namespace/shop']?.facts.podSecurityEnforce).toBeUndefined()
  })

  it('is no matter for limits that a LimitRange of the files gives', () => {
    const range = `apiVersion: v1
kind: LimitRange
metadata: { name: bounds, namespace: shop }
spec: { limits: [{ type: Container, default: { memory: 64Mi }, defaultRequest: { memory: 32Mi } }] }
---`
    const limited = imported(range + workload('shop'))
    expect(stateOf(limited, 'D-D-01', 'Deployment/shop/web')).toBe('countered')
    expect(stateOf(limited, 'K-D-02', 'Deployment/shop/web')).toBe('countered')
    expect(stateOf(limited, 'K-D-18', 'Namespace/shop')).toBe('countered')
  })
})
