import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Example, ExampleElement, Relation } from '@/lib/catalogue/entries'
import type { Component, Flow } from '@/lib/model/elements'
import { emptyModel } from '@/lib/model/empty-model'
import type { Facts, FactValue } from '@/lib/model/fact'
import type { ThreatModel } from '@/lib/model/threat-model'

const ON = 'on'

/** The small model that a threat's example describes; its subject has the id "on". Related elements are wired as their relation says. */
export function exampleModel(example: Example, catalogue: Catalogue): ThreatModel {
  const model = emptyModel('Example', catalogue.hash)
  place(model, catalogue, ON, { type: example.on, facts: example.facts, related: example.related })
  return model
}

function place(model: ThreatModel, catalogue: Catalogue, id: string, element: ExampleElement): void {
  const facts = exampleFacts(element.facts ?? {})
  if (catalogue.flowTypes.has(element.type)) {
    // A flow needs ends; the relations "from" and "to" put others in their place.
    const [from, to] = [
      addComponent(model, `${id}.from`, 'external-service'),
      addComponent(model, `${id}.to`, 'external-service'),
    ]
    model.flows[id] = { id, type: element.type, from, to, dataIds: [], facts }
  } else {
    addComponent(model, id, element.type, facts)
  }
  for (const [relationId, related] of Object.entries(element.related ?? {})) {
    const relation = catalogue.relations.get(relationId)
    const relatedId = `${id}.${relationId}`
    if (relation && relation.via !== 'flowsIn' && relation.via !== 'flowsOut')
      place(model, catalogue, relatedId, related)
    if (relation) wire(model, catalogue, relation, id, relatedId, related)
  }
}

function addComponent(model: ThreatModel, id: string, type: string, facts: Facts = {}): string {
  model.components[id] = { id, type, name: id, zoneIds: [], facts, tags: [] }
  return id
}

function exampleFacts(values: Record<string, FactValue>): Facts {
  const source = { file: 'example.yaml', line: 1 }
  return Object.fromEntries(
    Object.entries(values).map(([attribute, value]) => [
      attribute,
      [{ origin: 'import', value, source } as const],
    ]),
  )
}

function wire(
  model: ThreatModel,
  catalogue: Catalogue,
  relation: Relation,
  id: string,
  other: string,
  element: ExampleElement,
): void {
  const subject = model.components[id] as Component
  const flow = model.flows[id] as Flow
  const flowType = relation.flowTypes?.[0] ?? 'flow-generic'
  const flowId = `${other}.flow`
  switch (relation.via) {
    case 'parent':
      subject.parentId = other
      return
    case 'children':
      ;(model.components[other] as Component).parentId = id
      return
    case 'zones':
      subject.zoneIds.push(other)
      return
    case 'members':
      ;(model.components[other] as Component).zoneIds.push(id)
      return
    case 'sources':
    case 'upstream':
      model.flows[flowId] = { id: flowId, type: flowType, from: other, to: id, dataIds: [], facts: {} }
      return
    case 'targets':
      model.flows[flowId] = { id: flowId, type: flowType, from: id, to: other, dataIds: [], facts: {} }
      return
    case 'from':
    case 'to':
      model.flows[id] = { ...flow, [relation.via]: other }
      return
    case 'crossed':
      ;(model.components[flow.to] as Component).zoneIds.push(other)
      return
    case 'flowsIn':
    case 'flowsOut':
      place(model, catalogue, other, element)
      model.flows[other] = {
        ...(model.flows[other] as Flow),
        [relation.via === 'flowsIn' ? 'to' : 'from']: id,
      }
  }
}
