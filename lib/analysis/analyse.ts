import type { Analysis, AnalysisMemo } from '@/lib/analysis/analysis'
import { changedElements } from '@/lib/analysis/changed-elements'
import { type Graph, indexGraph } from '@/lib/analysis/graph'
import { judgeElement } from '@/lib/analysis/judge'
import { openContext } from '@/lib/analysis/open-context'
import { weighVerdicts } from '@/lib/analysis/risk/weigh-verdicts'
import type { Verdict } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * Looks at a model. With the previous analysis of the same model and catalogue, only elements that an edit could have
 * touched are judged again; the result is the same as without.
 */
export function analyse(model: ThreatModel, catalogue: Catalogue, previous?: Analysis): Analysis {
  return previous && previous.catalogue === catalogue ? again(model, previous) : afresh(model, catalogue)
}

const ELEMENTS_A_STEP = 20

/** The first look at a model in small steps, for whoever has other things to do in between. The last one gives the analysis. */
export function* analyseInSteps(model: ThreatModel, catalogue: Catalogue): Generator<undefined, Analysis> {
  const memo = firstMemo(model, catalogue)
  const byElement = new Map<string, readonly Verdict[]>()
  for (let from = 0; from < memo.ids.length; from += ELEMENTS_A_STEP) {
    judge(memo, byElement, memo.ids.slice(from, from + ELEMENTS_A_STEP))
    yield
  }
  return gather(memo, byElement)
}

function afresh(model: ThreatModel, catalogue: Catalogue): Analysis {
  const memo = firstMemo(model, catalogue)
  return gather(memo, judge(memo, new Map(), memo.ids))
}

function firstMemo(model: ThreatModel, catalogue: Catalogue): AnalysisMemo {
  return { context: openContext(model, catalogue), byElement: new Map(), ids: elementIds(model) }
}

function again(model: ThreatModel, previous: Analysis): Analysis {
  if (model.components === previous.model.components && model.flows === previous.model.flows) {
    const { graph, facts, dependents } = previous.memo.context
    const context = openContext(model, previous.catalogue, { graph, facts: new Map(facts), dependents })
    return result({ ...previous.memo, context }, previous.verdicts)
  }
  const { memo } = previous
  let graph: Graph | undefined
  const graphAfter = () => (graph ??= indexGraph(model))
  const changed = changedElements(previous.model, model, { before: memo.context.graph, after: graphAfter })
  const dirty = new Set(changed.ids)
  for (const id of changed.ids)
    for (const dependent of memo.context.dependents.get(id) ?? []) dirty.add(dependent)
  const facts = new Map(memo.context.facts)
  for (const id of dirty) facts.delete(id)
  const context = openContext(model, previous.catalogue, {
    graph: changed.isStructural ? graphAfter() : memo.context.graph,
    facts,
    dependents: memo.context.dependents,
  })
  const ids = sameKeys(previous.model, model) ? memo.ids : elementIds(model)
  const next = { ...memo, context, ids }
  return gather(next, judge(next, new Map(memo.byElement), dirty))
}

function judge<M extends Map<string, readonly Verdict[]>>(
  { context }: AnalysisMemo,
  byElement: M,
  dirty: Iterable<string>,
): M {
  for (const id of dirty) {
    const verdicts = context.workingOn(context.subject(id), () =>
      weighVerdicts(context, id, judgeElement(context, id)),
    )
    byElement.delete(id)
    if (verdicts.length > 0) byElement.set(id, verdicts)
  }
  return byElement
}

function gather(memo: AnalysisMemo, byElement: ReadonlyMap<string, readonly Verdict[]>): Analysis {
  const verdicts: Verdict[] = []
  for (const id of memo.ids) {
    const own = byElement.get(id)
    if (own) for (const verdict of own) verdicts.push(verdict)
  }
  return result({ ...memo, byElement }, verdicts)
}

function result(memo: AnalysisMemo, verdicts: readonly Verdict[]): Analysis {
  const { context, byElement } = memo
  return {
    model: context.model,
    catalogue: context.catalogue,
    verdicts,
    verdictsOn: (elementId) => byElement.get(elementId) ?? none,
    factOf: context.factOf,
    memo,
  }
}

const none: readonly Verdict[] = []

function elementIds(model: ThreatModel): readonly string[] {
  return [...Object.keys(model.components), ...Object.keys(model.flows)].sort()
}

function sameKeys(before: ThreatModel, after: ThreatModel): boolean {
  return hasSameKeys(before.components, after.components) && hasSameKeys(before.flows, after.flows)
}

function hasSameKeys(before: object, after: object): boolean {
  if (before === after) return true
  const keys = Object.keys(after)
  return keys.length === Object.keys(before).length && keys.every((key) => Object.hasOwn(before, key))
}
