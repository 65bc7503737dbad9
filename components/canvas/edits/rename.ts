import type { Edit } from '@/lib/model/change'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { toLine } from '@/lib/model/to-line'

/** The edit that gives a component or flow this name; undefined when nothing changes. Only a flow can be without one. */
export function renameEdit(model: ThreatModel, id: string, typed: string): Edit | undefined {
  const name = toLine(typed, 200)
  const component = entryOf(model.components, id)
  if (component) {
    if (name === '' || name === component.name) return undefined
    return { type: 'set-component', field: 'name', id, value: name, was: component.name }
  }
  const flow = entryOf(model.flows, id)
  if (!flow || name === (flow.name ?? '')) return undefined
  return { type: 'set-flow', field: 'name', id, value: name === '' ? null : name, was: flow.name ?? null }
}
