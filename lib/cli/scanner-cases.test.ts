import { describe, expect, test } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'
import { confinementCases } from '@/lib/testing/scanners/confinement-cases'
import { type Change, kinds, places, workload } from '@/lib/testing/scanners/manifests'
import { objectCases } from '@/lib/testing/scanners/object-cases'
import { planeCases } from '@/lib/testing/scanners/plane-cases'
import { rightsCases } from '@/lib/testing/scanners/rights-cases'
import { settingCases } from '@/lib/testing/scanners/setting-cases'

// What scanners report on small manifests is what the entries say that name their rules: raised on the bad ones, in every
// kind of workload and whichever of its containers is the weak one, and on none of the good ones.

const catalogue = openRepositoryCatalogue()
const podCases = [...confinementCases, ...settingCases]
const threatsOf = new Map<string, string[]>()
for (const { id, rules } of catalogue.pack.threats)
  for (const rule of rules) threatsOf.set(rule, [...(threatsOf.get(rule) ?? []), id])

function imported(text: string): ThreatModel {
  const { extracts } = kubernetesImporter.read([{ path: 'shop.yaml', text }])
  const model = emptyModel('Shop', catalogue.hash)
  const { change } = planImport(model, extracts, { newId: (key) => key, baseSeq: 0 })
  return change ? applyChange(model, change).model : model
}

function saidWhole(model: ThreatModel): ThreatModel {
  const value = {
    origin: 'person',
    value: true,
    source: { who: 'Ann', when: '2026-11-29T00:00:00.000Z' },
  } as const
  const edits = Object.values(model.components)
    .filter(({ type }) => type === 'namespace')
    .map(
      ({ id }) =>
        ({
          type: 'set-fact',
          elementId: id,
          attribute: 'wholeNamespace',
          slot: 'person',
          value,
          was: null,
        }) as const,
    )
  return applyChange(model, { id: 'answer', label: 'Answer', atomic: true, edits }).model
}

function raisedBy(text: string, isWhole: boolean): Set<string> {
  const model = imported(text)
  const verdicts = evaluate(isWhole ? saidWhole(model) : model, catalogue)
  return new Set(verdicts.filter(({ state }) => state === 'raised').map(({ threatId }) => threatId))
}

/** The rules of a case whose entries disagree with it on a manifest. */
function wrong(rules: readonly string[], text: string, isBad: boolean, isWhole = false): string[] {
  const raised = raisedBy(text, isWhole)
  return rules.filter((rule) => (threatsOf.get(rule) ?? []).some((id) => raised.has(id)) !== isBad)
}

const variants = (change: Change, isOfPod: boolean) =>
  (isOfPod ? (['container'] as const) : places).flatMap((place) =>
    (place === 'container' ? kinds : (['Pod', 'Deployment'] as const)).map((kind) => ({
      what: `${kind}, ${place}: ${JSON.stringify(change)}`,
      text: workload(kind, change, place),
    })),
  )

test('every rule of a case has an entry', () => {
  const rules = [...podCases, ...rightsCases, ...objectCases, ...planeCases].flatMap((one) => one.rules)
  expect(rules.filter((rule) => !threatsOf.has(rule))).toEqual([])
})

describe('a pod', () => {
  test.each(podCases.map((one) => [one.rules.join(' '), one] as const))(
    '%s',
    (_, { rules, in: part, bad, good = [] }) => {
      const misses = [...bad, {}, ...good].flatMap((change, index) =>
        variants(change, part === 'pod').flatMap(({ what, text }) =>
          wrong(rules, text, index < bad.length).map((rule) => `${rule} on ${what}`),
        ),
      )
      expect(misses).toEqual([])
    },
  )
})

describe('other objects', () => {
  const cases = [...rightsCases, ...objectCases, ...planeCases]
  test.each(cases.map((one, index) => [`${index} ${one.rules.join(' ')}`, one] as const))(
    '%s',
    (_, { rules, bad, good, whole }) => {
      const misses = [...bad, ...good].flatMap((text, index) =>
        wrong(rules, text, index < bad.length, whole).map((rule) => `${rule} on ${text}`),
      )
      expect(misses).toEqual([])
    },
  )
})
