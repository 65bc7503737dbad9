import type { Component, Flow } from '@/lib/model/elements'
import { emptyModel } from '@/lib/model/empty-model'
import type { Facts, FactValue } from '@/lib/model/fact'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Facts as if read from line 1 on of "test.yaml". */
export function importFacts(values: Record<string, FactValue>): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([attribute, value], index) => [
      attribute,
      [{ origin: 'import', value, source: { file: 'test.yaml', line: index + 1 } } as const],
    ]),
  )
}

export function buildComponent(
  id: string,
  type: string,
  extra: Partial<Component> = {},
  facts: Record<string, FactValue> = {},
): Component {
  return { id, type, name: id, zoneIds: [], tags: [], facts: importFacts(facts), ...extra }
}

export function buildFlow(
  id: string,
  type: string,
  from: string,
  to: string,
  facts: Record<string, FactValue> = {},
): Flow {
  return { id, type, from, to, dataIds: [], facts: importFacts(facts) }
}

/** A model of these components and flows. */
export function buildModel(
  components: readonly Component[],
  flows: readonly Flow[] = [],
  catalogue = 'test',
): ThreatModel {
  return {
    ...emptyModel('Test', catalogue),
    components: Object.fromEntries(components.map((component) => [component.id, component])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
  }
}
