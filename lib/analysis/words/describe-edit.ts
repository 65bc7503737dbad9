import { capitalise, nameAttribute, nameElement, nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What edits are told with: names as they are in `model`, and the words of its catalogue. */
export type Wording = { model: ThreatModel; catalogue: Catalogue }

/** What an edit did, as one short sentence without a full stop: "Renames web to frontend". */
export function describeEdit(edit: Edit, wording: Wording): string {
  const { model, catalogue } = wording
  const named = (id: string) => quote(nameElement(id, model, catalogue))
  const threat = (id: string) =>
    quote(catalogue.threats.get(id)?.title ?? entryOf(model.attached, id)?.own?.title ?? id)
  switch (edit.type) {
    case 'set-meta':
      return edit.field === 'name'
        ? `Renames the model to ${quote(edit.value)}`
        : `Changes the ${metaWords[edit.field]}`
    case 'pin-catalogue':
      return 'Moves to another catalogue'
    case 'add-component':
      return `Adds ${nameType(edit.component.type, catalogue).toLowerCase()} ${quote(edit.component.name)}`
    case 'remove-component':
      return `Removes ${named(edit.id)}`
    case 'set-component':
      return setField(named(edit.id), edit.field, componentWords, edit.value, wording)
    case 'add-flow':
      return `Adds the flow from ${named(edit.flow.from)} to ${named(edit.flow.to)}`
    case 'remove-flow':
      return `Removes the flow ${named(edit.id)}`
    case 'set-flow':
      return setField(named(edit.id), edit.field, flowWords, edit.value, wording)
    case 'set-fact': {
      const attribute = quote(nameAttribute(edit.attribute, catalogue))
      return edit.value
        ? `Sets ${attribute} of ${named(edit.elementId)} to ${textOf(edit.value.value)}`
        : `Takes back what was said of ${attribute} of ${named(edit.elementId)}`
    }
    case 'add-data-asset':
      return `Adds the data ${quote(edit.dataAsset.name)}`
    case 'remove-data-asset':
      return `Removes the data ${quote(entryOf(model.dataAssets, edit.id)?.name ?? edit.id)}`
    case 'set-data-asset':
      return `Sets the ${edit.field} of the data ${quote(entryOf(model.dataAssets, edit.id)?.name ?? edit.id)} to ${textOf(edit.value)}`
    case 'add-view':
      return `Adds the view ${quote(edit.view.name)}`
    case 'remove-view':
      return `Removes the view ${quote(entryOf(model.views, edit.id)?.name ?? edit.id)}`
    case 'set-view':
      return `Renames a view to ${quote(edit.value)}`
    case 'place':
      return edit.was === null ? `Places ${named(edit.componentId)}` : `Moves ${named(edit.componentId)}`
    case 'decide':
      return edit.value
        ? `Decides ${threat(edit.threatId)} on ${named(edit.elementId)}: ${statusWords[edit.value.status] ?? edit.value.status}`
        : `Takes back the decision on ${threat(edit.threatId)} on ${named(edit.elementId)}`
    case 'attach': {
      const { own, threatId = '', elementId } = edit.attachment
      return `Adds the threat ${own ? quote(own.title) : threat(threatId)} to ${named(elementId)}`
    }
    case 'detach':
      return 'Removes a threat that somebody had added'
    case 'set-attachment':
      return `Rewords the threat ${quote(edit.value.title)}`
    case 'set-mitigation':
      return `Marks ${quote(mitigationTitle(edit.mitigationId, catalogue))} on ${named(edit.elementId)} as ${edit.value ? edit.value.status : 'not looked at'}`
    case 'add-note':
      return 'Writes a note'
    case 'remove-note':
      return 'Removes a note'
    case 'set-note':
      return 'Rewords a note'
    default:
      // A kind that came later is told by its own name until it has a sentence here.
      return capitalise((edit as Edit).type.replaceAll('-', ' '))
  }
}

const metaWords = {
  description: 'description',
  scope: 'scope',
  owner: 'owner',
  assumptions: 'assumptions',
} as const

const componentWords: Record<string, string> = {
  type: 'type',
  parentId: 'place in the drawing',
  zoneIds: 'boundaries',
  naturalKey: 'key in the files',
  source: 'source',
  outOfScope: 'scope',
  gone: 'presence in the files',
  tags: 'tags',
}

const flowWords: Record<string, string> = {
  type: 'type',
  from: 'start',
  to: 'end',
  both: 'direction',
  dataIds: 'data',
  naturalKey: 'key in the files',
  source: 'source',
  gone: 'presence in the files',
}

const statusWords: Record<string, string> = {
  open: 'open',
  mitigated: 'mitigated',
  accepted: 'accepted',
  transferred: 'transferred',
  'not-applicable': 'not applicable',
}

function setField(
  name: string,
  field: string,
  words: Record<string, string>,
  value: unknown,
  { catalogue }: Wording,
): string {
  if (field === 'name')
    return value === null ? `Takes the name of ${name} back` : `Renames ${name} to ${quote(String(value))}`
  if (field === 'type') return `Makes ${name} a ${nameType(String(value), catalogue).toLowerCase()}`
  if (field === 'outOfScope') return value === null ? `Takes ${name} into scope` : `Puts ${name} out of scope`
  if (field === 'gone')
    return value === null ? `Finds ${name} in the files again` : `No longer finds ${name} in the files`
  return `Changes the ${words[field] ?? field} of ${name}`
}

function mitigationTitle(id: string, catalogue: Catalogue): string {
  return catalogue.mitigations.get(id)?.title ?? id
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(textOf).join(', ')
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  return [...text].length > 80 ? `${[...text].slice(0, 80).join('')}…` : text
}

function quote(text: string): string {
  return `“${text}”`
}
