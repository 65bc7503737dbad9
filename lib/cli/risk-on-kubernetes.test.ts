import { expect, test } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'
import { type Change, workload } from '@/lib/testing/scanners/manifests'
import {
  binding,
  ingress,
  join,
  namespace,
  networkPolicy,
  role,
  rule,
  service,
} from '@/lib/testing/scanners/objects'

// What moves the risk of a workload, as manifests show it. Every weakness below is left in, so that there is a risk to move.

const catalogue = openRepositoryCatalogue()

function imported(text: string): ThreatModel {
  const { extracts } = kubernetesImporter.read([{ path: 'shop.yaml', text }])
  const model = emptyModel('Shop', catalogue.hash)
  const { change } = planImport(model, extracts, { newId: (key) => key, baseSeq: 0 })
  const full = change ? applyChange(model, change).model : model
  // From where clients come no file says.
  const client = Object.values(full.components).find(({ type }) => type === 'network-client')
  if (!client) return full
  const said = {
    type: 'set-fact',
    elementId: client.id,
    attribute: 'onInternet',
    slot: 'person',
    value: { origin: 'person', value: true, source: { who: 'Ann', when: '2026-11-29T00:00:00.000Z' } },
    was: null,
  } as const
  return applyChange(full, { id: 'said', label: 'Answer', atomic: true, edits: [said] }).model
}

const sharesOf = (text: string) =>
  evaluate(imported(text), catalogue)
    .filter(({ elementId, state }) => elementId.startsWith('Deployment/') && state !== 'countered')
    .flatMap(({ shares }) => shares ?? [])

const weak: Change = {
  container: { livenessProbe: null, resources: {} },
  security: {
    appArmorProfile: { type: 'Unconfined' },
    seccompProfile: { type: 'Unconfined' },
    readOnlyRootFilesystem: false,
  },
}
const also = (more: Change): Change => ({
  ...weak,
  ...more,
  security: { ...weak.security, ...more.security },
})
const plain = workload('Deployment', weak)
const everything = role([rule(['*'], ['*'], ['*'])])
const account = { kind: 'ServiceAccount', name: 'app', namespace: 'shop' }
const env = [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'token', key: 'token' } } }]
const volumes = [{ name: 'host', hostPath: { path: '/etc' } }]

test.each([
  ['workload-reachable-from-internet', join(plain, service({}), ingress({})), 1, 0],
  ['holds-the-node', workload('Deployment', also({ security: { privileged: true } })), 0, 1],
  [
    'holds-the-node',
    workload(
      'Deployment',
      also({ container: { volumeMounts: [{ name: 'host', mountPath: '/host' }] }, pod: { volumes } }),
    ),
    0,
    1,
  ],
  [
    'holds-the-cluster',
    join(
      workload('Deployment', also({ pod: { automountServiceAccountToken: true } })),
      everything,
      binding('worker', account),
    ),
    0,
    1,
  ],
  ['pod-holds-secrets', workload('Deployment', also({ container: { env } })), 0, 1],
  ['pod-confined', join(namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' }), plain), -1, 0],
  ['pod-confined', workload('Deployment', { security: { appArmorProfile: { type: 'Unconfined' } } }), -1, 0],
  ['few-may-connect', join(plain, networkPolicy({ podSelector: {}, policyTypes: ['Ingress'] })), -1, 0],
])('%s moves the risk of what is weak (%#)', (id, text, likelihood, impact) => {
  const shares = sharesOf(text).filter((share) => share.id === id)
  expect(shares.length).toBeGreaterThan(0)
  for (const share of shares) {
    expect(share).toMatchObject({ likelihood, impact })
    expect(share.because.length).toBeGreaterThan(0)
  }
  expect(sharesOf(plain).map((share) => share.id)).not.toContain(id)
})
