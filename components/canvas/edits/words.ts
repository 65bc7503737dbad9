import { nameElement } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { countOf } from '@/lib/model/format-count'
import type { ThreatModel } from '@/lib/model/threat-model'
import { toLine } from '@/lib/model/to-line'

/** What a change is about, for its label: "web", "3 components", "1 data flow", "2 components and 1 data flow". */
export function nameThings(model: ThreatModel, catalogue: Catalogue, ids: readonly string[]): string {
  const [first] = ids
  if (ids.length === 1 && first !== undefined) return toLine(nameElement(first, model, catalogue), 120)
  const flows = ids.filter((id) => Object.hasOwn(model.flows, id)).length
  const components = ids.length - flows
  if (flows === 0) return countOf(components, 'component')
  if (components === 0) return countOf(flows, 'data flow')
  return `${countOf(components, 'component')} and ${countOf(flows, 'data flow')}`
}
