import { lessonsOf, type PlacedCheck } from '@/lib/analysis/findings/place-checks'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import type { Fact, FactValue } from '@/lib/model/fact'
import { sameValue, slotOf } from '@/lib/model/leading-fact'
import { entryOf } from '@/lib/model/records'
import { type RunHead, runLabel } from '@/lib/model/scan-run'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What a run teaches of one attribute of one component, and who says otherwise. */
export type Learnt = {
  elementId: string
  attribute: string
  value: FactValue
  verdict: 'fail' | 'pass'
  key: string
  line: number
  /** What the same tool said before. */
  before: Fact | undefined
  /** Facts of files and people that say something else. */
  contradicts: Fact[]
}

/** Facts that a run teaches of the components it is placed at. Of several checks on one attribute, a failed one counts. */
export function learnFacts(
  placed: readonly PlacedCheck[],
  tool: string,
  model: ThreatModel,
  catalogue: Catalogue,
): Learnt[] {
  const learnt = new Map<string, Learnt>()
  for (const { check, key, verdict, elementId } of placed) {
    if (elementId === null || verdict === 'none') continue
    const element = entryOf(model.components, elementId)
    if (!element) continue
    for (const { on, attribute, pass, fail } of lessonsOf(catalogue, check)) {
      const value = verdict === 'fail' ? fail : pass
      if (attribute === undefined || value === undefined || !on.includes(element.type)) continue
      const once = `${elementId}|${attribute}`
      const known = learnt.get(once)
      if (known && (known.verdict === 'fail' || verdict === 'pass')) continue
      const facts = entryOf(element.facts, attribute) ?? []
      learnt.set(once, {
        elementId,
        attribute,
        value,
        verdict,
        key,
        line: check.line,
        before: facts.find((fact) => slotOf(fact) === `scan:${tool}`),
        contradicts: facts.filter(
          (fact) => fact.origin !== 'scan' && fact.value !== null && !agrees(fact.value, value),
        ),
      })
    }
  }
  return [...learnt.values()]
}

/** "limited" says that there is a limit; any amount agrees with that. */
function agrees(known: FactValue, value: FactValue): boolean {
  return value === 'limited' ? known !== 'none' : sameValue(known, value)
}

/** The edits that put what was learnt into the model; none for what stands there already, of this very run. */
export function learnEdits(learnt: readonly Learnt[], run: RunHead): Edit[] {
  const label = runLabel(run)
  return learnt.flatMap(({ elementId, attribute, value, line, before }): Edit[] => {
    const fact: Fact = { origin: 'scan', value, source: { tool: run.tool, run: label, line } }
    if (before && JSON.stringify(before) === JSON.stringify(fact)) return []
    return [{ type: 'set-fact', elementId, attribute, slot: slotOf(fact), value: fact, was: before ?? null }]
  })
}
