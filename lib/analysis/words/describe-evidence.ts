import type { Ask, Evidence, FactEvidence } from '@/lib/analysis/verdict'
import { describeSource } from '@/lib/analysis/words/describe-source'
import { formatValue } from '@/lib/analysis/words/format-value'
import { capitalise, nameAttribute, nameElement } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { elementOf } from '@/lib/model/element-of'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { zonesOf } from '@/lib/model/zones'

/** How many facts are named that another follows from; one has seldom more than two. */
const MAX_FROM = 4

const tooMuch =
  'Own conditions lead from here to more elements than are looked at, so this one was not followed to the end. Make it narrower'

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
  const of = (id: string, said: string) => (id === subjectId ? capitalise(said) : `"${name(id)}", ${said}`)
  switch (evidence.kind) {
    case 'fact':
      return evidence.elementId === subjectId
        ? factWords(evidence, model, catalogue)
        : `"${name(evidence.elementId)}", ${factWords(evidence, model, catalogue)}`
    case 'flow':
      return `Data flow: ${name(evidence.flowId)}${declaredAt(evidence.flowId, model, ' (', ')')}`
    case 'crossing':
      return `${evidence.flowId === subjectId ? 'It' : `The flow "${name(evidence.flowId)}"`} ${directionOf(evidence, model)} "${name(evidence.zoneId)}"`
    case 'related':
      return of(
        evidence.elementId,
        `${relationWords(evidence.relation, catalogue)}: ${name(evidence.relatedId)}${declaredAt(evidence.relatedId, model, ' (', ')')}`,
      )
    case 'none':
      return of(evidence.elementId, `${relationWords(evidence.relation, catalogue)}: none`)
    case 'too-much':
      return tooMuch
  }
}

/**
 * The evidence without steps that say nothing of their own: a mount that was only followed to the facts of its host path
 * is told by those facts.
 */
export function tellingEvidence(because: readonly Evidence[]): Evidence[] {
  const spokenOf = new Set(because.flatMap((item) => ('elementId' in item ? [item.elementId] : [])))
  return because.filter((item) => {
    if (item.kind === 'related') return !spokenOf.has(item.relatedId)
    return item.kind !== 'flow' || !spokenOf.has(item.flowId)
  })
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
  const causes = tellingEvidence(fact.from ?? []).slice(0, MAX_FROM)
  const from = causes.map((item) => causeWords(item, fact.elementId, model, catalogue))
  return [withoutStop(fact.reason ?? ''), ...from].filter((part) => part !== '').join('; ')
}

/** What a derived fact follows from, short: it stands in brackets. */
function causeWords(item: Evidence, elementId: string, model: ThreatModel, catalogue: Catalogue): string {
  const name = (id: string) => `"${nameElement(id, model, catalogue)}"`
  if (item.kind === 'fact') {
    const of = item.elementId === elementId ? '' : `${name(item.elementId)}, `
    const at = item.source && 'file' in item.source ? `, ${describeSource(item.source)}` : ''
    return `${of}${nameAttribute(item.attribute, catalogue)}: ${formatValue(item.value)}${at}`
  }
  if (item.kind === 'related') return `${name(item.relatedId)}${declaredAt(item.relatedId, model, ', ')}`
  if (item.kind === 'flow') return `${name(item.flowId)}${declaredAt(item.flowId, model, ', ')}`
  if (item.kind === 'crossing') return `it ${directionOf(item, model)} ${name(item.zoneId)}`
  return item.kind === 'none' ? `${relationWords(item.relation, catalogue)}: none` : tooMuch
}

/** Where an element was declared, between these; nothing when it was drawn by hand. */
function declaredAt(id: string, model: ThreatModel, before: string, after = ''): string {
  const source = elementOf(model, id)?.source
  return source ? `${before}${describeSource(source)}${after}` : ''
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
