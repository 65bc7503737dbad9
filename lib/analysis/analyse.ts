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

function afresh(model: ThreatModel, catalogue: Catalogue): Analysis {
  const memo: AnalysisMemo = {
    context: openContext(model, catalogue),
    byElement: new Map(),
    ids: elementIds(model),
  }
  return judge(memo, new Map(), memo.ids)
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
  return judge({ ...memo, context, ids }, new Map(memo.byElement), dirty)
}

function judge(
  memo: AnalysisMemo,
  byElement: Map<string, readonly Verdict[]>,
  dirty: Iterable<string>,
): Analysis {
  for (const id of dirty) {
    const verdicts = memo.context.workingOn(memo.context.subject(id), () =>
      weighVerdicts(memo.context, id, judgeElement(memo.context, id)),
    )
    byElement.delete(id)
    if (verdicts.length > 0) byElement.set(id, verdicts)
  }
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
