import type { Ask, ThreatRow } from '@/lib/analysis/verdict'
import { nameAttribute, nameElement } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { joinKey } from '@/lib/model/keys'
import type { ThreatModel } from '@/lib/model/threat-model'
import type { ReportQuestion } from '@/lib/reports/report'

/** The open questions of a threat list, each once; those that settle the most verdicts first. */
export function reportQuestions(
  rows: readonly ThreatRow[],
  model: ThreatModel,
  catalogue: Catalogue,
): ReportQuestion[] {
  const asked = new Map<string, { ask: Ask; settles: number }>()
  for (const row of rows) {
    if (row.state !== 'possible' || !row.isOpen) continue
    for (const ask of row.asks) {
      const key = joinKey(ask.elementId, ask.attribute)
      const known = asked.get(key)
      if (known) known.settles += 1
      else asked.set(key, { ask, settles: 1 })
    }
  }
  return [...asked]
    .map(([key, { ask, settles }]) => {
      const label = nameAttribute(ask.attribute, catalogue)
      return {
        key,
        element: { id: ask.elementId, name: nameElement(ask.elementId, model, catalogue) },
        attribute: ask.attribute,
        label,
        question: catalogue.attributes.get(ask.attribute)?.question ?? `What is "${label}"?`,
        settles,
      }
    })
    .sort((a, b) => b.settles - a.settles || compare(a.element.name, b.element.name) || compare(a.key, b.key))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
