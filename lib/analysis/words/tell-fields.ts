import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute, nameElement, nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Facts, FactValue } from '@/lib/model/fact'
import { leadingFact } from '@/lib/model/leading-fact'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A field that differs, in words; with what it was and became where both are short and not the same. */
export type FieldChange = { label: string; from?: string; to?: string }

/** An entry of a collection, or the head of a model, in the state that it is in there. */
export type EntryIn = { entry: object; model: ThreatModel }

/** Longer values are named only: a line holds two of them. */
const SHORT = 80

/** Tells fields as `compareModels` names them; a fact is `facts.` and its attribute. */
export function tellFields(
  fields: readonly string[],
  before: EntryIn,
  after: EntryIn,
  catalogue: Catalogue,
): FieldChange[] {
  return fields.map((field) => {
    const attribute = field.startsWith('facts.') ? field.slice('facts.'.length) : undefined
    const label = attribute ? nameAttribute(attribute, catalogue) : (fieldLabels[field] ?? field)
    const [from, to] = [before, after].map((side) =>
      attribute ? factWords(side.entry, attribute) : fieldWords(side, field, catalogue),
    )
    const isTold = from !== undefined && to !== undefined && from !== to
    return isTold && isShort(from) && isShort(to) ? { label, from, to } : { label }
  })
}

function isShort(words: string): boolean {
  return words.length <= SHORT && !words.includes('\n')
}

/** What counts of an attribute; that another file or line says the same is no other value. */
function factWords(entry: object, attribute: string): string {
  const { facts = {} } = entry as { facts?: Facts }
  const leading = leadingFact(entryOf(facts, attribute))
  return leading ? formatValue(leading.value) : notSet
}

const notSet = 'not set'

/** The value in words; undefined where it has none that anybody reads, such as positions. */
function fieldWords({ entry, model }: EntryIn, field: string, catalogue: Catalogue): string | undefined {
  const value = (entry as Record<string, unknown>)[field]
  const named = (id: unknown) => nameElement(String(id), model, catalogue)
  switch (field) {
    case 'outOfScope':
      return value ? 'out of scope' : 'in scope'
    case 'gone':
      return value ? 'no longer found' : 'found'
    case 'both':
      return value ? 'both ways' : 'one way'
    case 'at':
    case 'catalogue':
    case 'fingerprint':
    case 'groupId':
      return undefined
  }
  if (value === undefined) return notSet
  switch (field) {
    case 'type':
      return nameType(String(value), catalogue)
    case 'parentId':
    case 'from':
    case 'to':
      return named(value)
    case 'zoneIds':
      return formatValue((value as string[]).map(named))
    case 'dataIds':
      return formatValue((value as string[]).map((id) => entryOf(model.dataAssets, id)?.name ?? id))
    case 'status':
      return String(value).replaceAll('-', ' ')
    case 'riskOverride':
      return (value as { severity: string }).severity
    case 'source': {
      const { file, line } = value as { file: string; line: number }
      return `${file}:${line}`
    }
  }
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return isList || typeof value !== 'object' ? formatValue(value as FactValue) : undefined
}

const fieldLabels: Readonly<Record<string, string>> = {
  parentId: 'place in the drawing',
  zoneIds: 'boundaries',
  naturalKey: 'key in the files',
  outOfScope: 'scope',
  gone: 'presence in the files',
  placements: 'positions',
  dataIds: 'data',
  from: 'start',
  to: 'end',
  both: 'direction',
  riskOverride: 'severity',
  expires: 'holds until',
  fingerprint: 'what it rests on',
  groupId: 'what it was decided with',
  by: 'who',
  at: 'when',
  own: 'wording',
}
