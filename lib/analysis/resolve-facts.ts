import { openContext } from '@/lib/analysis/open-context'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { elementOf } from '@/lib/model/element-of'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * Every fact of an element as it counts, for the attributes of its type and whatever else is stored on it (made with an
 * older catalogue), in attribute order. Empty for an element that does not exist.
 */
export function resolveFacts(
  model: ThreatModel,
  catalogue: Catalogue,
  elementId: string,
  factOf: (elementId: string, attribute: string) => ResolvedFact = openContext(model, catalogue).factOf,
): ResolvedFact[] {
  const element = elementOf(model, elementId)
  if (!element) return []
  const attributes = new Set([
    ...Object.keys(catalogue.usesOf(element.type) ?? {}),
    ...Object.keys(element.facts),
  ])
  return [...attributes].sort().map((attribute) => factOf(elementId, attribute))
}
