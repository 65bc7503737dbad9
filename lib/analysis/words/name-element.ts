import type { Catalogue } from '@/lib/catalogue/catalogue'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What an element is called: a component's name, or for a flow "vote queries redis". Its id when it is gone. */
export function nameElement(id: string, model: ThreatModel, catalogue: Catalogue): string {
  const component = entryOf(model.components, id)
  if (component) return component.name
  const flow = entryOf(model.flows, id)
  if (!flow) return id
  if (flow.name !== undefined) return flow.name
  const verb = catalogue.flowTypes.get(flow.type)?.verb ?? 'flows to'
  const from = entryOf(model.components, flow.from)?.name ?? flow.from
  const to = entryOf(model.components, flow.to)?.name ?? flow.to
  return `${from} ${verb} ${to}`
}

/** The label of an attribute; its id when the catalogue lacks it. */
export function nameAttribute(attribute: string, catalogue: Catalogue): string {
  return catalogue.attributes.get(attribute)?.label ?? attribute
}

/** What an element's type is called: "Container", "Web request". Its id when the catalogue lacks it. */
export function nameType(type: string, catalogue: Catalogue): string {
  return (catalogue.componentTypes.get(type) ?? catalogue.flowTypes.get(type))?.label ?? type
}

/** The text with its first letter large. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
