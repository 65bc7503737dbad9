import type { Component, Flow } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The component or flow with this id; a threat may be on either. */
export function elementOf(model: ThreatModel, id: string): Component | Flow | undefined {
  return Object.hasOwn(model.components, id)
    ? model.components[id]
    : Object.hasOwn(model.flows, id)
      ? model.flows[id]
      : undefined
}
