import type { Analysis } from '@/lib/analysis/analysis'
import { resolveFacts } from '@/lib/analysis/resolve-facts'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import { describeSource } from '@/lib/analysis/words/describe-source'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute, nameElement, nameType } from '@/lib/analysis/words/name-element'
import { entryOf } from '@/lib/model/records'
import { containersOf } from '@/lib/model/structure'
import { crossingsOf } from '@/lib/model/zones'
import type { ReportComponent, ReportFact, ReportFlow } from '@/lib/reports/report'

/** Every component with its facts, in the order of names. */
export function reportComponents(analysis: Analysis): ReportComponent[] {
  const { model, catalogue } = analysis
  const components = Object.values(model.components).map((component): ReportComponent => {
    const inside = [...new Set(containersOf(component))]
    return {
      id: component.id,
      name: component.name,
      type: component.type,
      typeLabel: nameType(component.type, catalogue),
      kind: catalogue.componentTypes.get(component.type)?.kind ?? 'process',
      inside: inside.map((id) => ({ id, name: nameElement(id, model, catalogue) })),
      ...(component.source && { source: component.source }),
      tags: component.tags,
      ...(component.outOfScope && { outOfScope: component.outOfScope.reason }),
      ...(component.gone && { gone: component.gone }),
      facts: reportFacts(analysis, component.id),
    }
  })
  return components.sort(byNameThenId)
}

/** Every data flow with what it crosses; those that cross the most come first. */
export function reportFlows(analysis: Analysis): ReportFlow[] {
  const { model, catalogue } = analysis
  const named = (id: string) => ({ id, name: nameElement(id, model, catalogue) })
  const flows = Object.values(model.flows).map(
    (flow): ReportFlow => ({
      id: flow.id,
      name: nameElement(flow.id, model, catalogue),
      type: flow.type,
      typeLabel: nameType(flow.type, catalogue),
      verb: catalogue.flowTypes.get(flow.type)?.verb ?? 'flows to',
      from: named(flow.from),
      to: named(flow.to),
      ...(flow.both && { both: flow.both }),
      crossings: crossingsOf(model, flow).map(({ zoneId, direction }) => ({ ...named(zoneId), direction })),
      data: flow.dataIds.flatMap((id) => {
        const asset = entryOf(model.dataAssets, id)
        return asset ? [{ id, name: asset.name, classification: asset.classification }] : []
      }),
      ...(flow.source && { source: flow.source }),
      ...(flow.gone && { gone: flow.gone }),
      facts: reportFacts(analysis, flow.id),
    }),
  )
  return flows.sort((a, b) => b.crossings.length - a.crossings.length || byNameThenId(a, b))
}

function reportFacts(analysis: Analysis, elementId: string): ReportFact[] {
  const { model, catalogue } = analysis
  return resolveFacts(model, catalogue, elementId, analysis.factOf).map((fact) => {
    const where = whereOf(fact)
    return {
      attribute: fact.attribute,
      label: nameAttribute(fact.attribute, catalogue),
      value: fact.value,
      words: formatValue(fact.value),
      origin: fact.origin,
      ...(where && { where }),
      ...(fact.reason && { reason: fact.reason }),
      ...(fact.conflict && { isConflicting: true as const }),
    }
  })
}

function whereOf({ source, from }: ResolvedFact): string | undefined {
  if (source && !('reason' in source)) return describeSource(source)
  const cause = from?.find((item) => item.kind === 'fact' && item.source && !('reason' in item.source))
  return cause?.kind === 'fact' && cause.source ? describeSource(cause.source) : undefined
}

function byNameThenId(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return compare(a.name, b.name) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
