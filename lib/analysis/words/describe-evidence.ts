import type { Ask, Evidence, FactEvidence } from '@/lib/analysis/verdict'
import { describeSource } from '@/lib/analysis/words/describe-source'
import { formatValue } from '@/lib/analysis/words/format-value'
import { capitalise, nameAttribute, nameElement } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { zonesOf } from '@/lib/model/zones'

/** How many facts are named that another follows from; one has seldom more than two. */
const MAX_FROM = 4

/**
 * One piece of evidence in words, with its file and line: "Privileged: yes (compose.yaml:12)".
 * @param subjectId the element that is spoken of anyway; others are named.
 */
export function describeEvidence(
  evidence: Evidence,
  model: ThreatModel,
  catalogue: Catalogue,
  subjectId?: string,
): string {
  const name = (id: string) => nameElement(id, model, catalogue)
  const of = (id: string) => (id === subjectId ? '' : `${name(id)}: `)
  switch (evidence.kind) {
    case 'fact':
      return `${of(evidence.elementId)}${factWords(evidence, model, catalogue)}`
    case 'flow':
      return `Data flow: ${name(evidence.flowId)}`
    case 'crossing':
      return `${evidence.flowId === subjectId ? 'It' : `The flow "${name(evidence.flowId)}"`} ${directionOf(evidence, model)} "${name(evidence.zoneId)}"`
    case 'related':
      return `${of(evidence.elementId)}${capitalise(relationWords(evidence.relation, catalogue))}: ${name(evidence.relatedId)}`
    case 'none':
      return `${of(evidence.elementId)}${capitalise(relationWords(evidence.relation, catalogue))}: none`
  }
}

/** The question that settles a possible verdict: "vote: Does it run in privileged mode?". */
export function describeAsk(ask: Ask, model: ThreatModel, catalogue: Catalogue, subjectId?: string): string {
  const label = nameAttribute(ask.attribute, catalogue)
  const question = catalogue.attributes.get(ask.attribute)?.question ?? `What is "${label}"?`
  return ask.elementId === subjectId
    ? question
    : `${nameElement(ask.elementId, model, catalogue)}: ${question}`
}

/** A relation's words, such as "the image it is started from". */
export function relationWords(relation: string, catalogue: Catalogue): string {
  return catalogue.relations.get(relation)?.label ?? relation
}

function factWords(fact: FactEvidence, model: ThreatModel, catalogue: Catalogue): string {
  const says = `${nameAttribute(fact.attribute, catalogue)}: ${formatValue(fact.value)}`
  const why = originWords(fact, model, catalogue)
  return why ? `${says} (${why})` : says
}

function originWords(fact: FactEvidence, model: ThreatModel, catalogue: Catalogue): string {
  if (fact.origin === 'derived') return derivedWords(fact, model, catalogue)
  if (fact.origin === 'default') return `default: ${withoutStop(fact.reason ?? sourceReason(fact) ?? '')}`
  if (!fact.source) return ''
  return fact.origin === 'person' ? `said by ${describeSource(fact.source)}` : describeSource(fact.source)
}

function derivedWords(fact: FactEvidence, model: ThreatModel, catalogue: Catalogue): string {
  const causes = (fact.from ?? []).filter((item) => item.kind === 'fact').slice(0, MAX_FROM)
  const from = causes.map((item) => {
    const words = `${nameAttribute(item.attribute, catalogue)}: ${formatValue(item.value)}`
    const of = item.elementId === fact.elementId ? '' : `${nameElement(item.elementId, model, catalogue)}, `
    const at = item.source && 'file' in item.source ? `, ${describeSource(item.source)}` : ''
    return `${of}${words}${at}`
  })
  return [withoutStop(fact.reason ?? ''), ...from].filter((part) => part !== '').join('; ')
}

function sourceReason(fact: FactEvidence): string | undefined {
  return fact.source && 'reason' in fact.source ? fact.source.reason : undefined
}

function withoutStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence
}

function directionOf(crossing: { flowId: string; zoneId: string }, model: ThreatModel): string {
  const flow = entryOf(model.flows, crossing.flowId)
  return flow && zonesOf(model, flow.from).has(crossing.zoneId) ? 'leaves' : 'enters'
}
