import type { Edit, EditOf, EditType } from '@/lib/model/change'
import { elementOf } from '@/lib/model/element-of'
import type { Fact } from '@/lib/model/fact'
import { decisionKey, joinKey, mitigationKey } from '@/lib/model/keys'
import { slotOf } from '@/lib/model/leading-fact'
import { entryOf, fieldOf, withEntry, withField, withoutEntry } from '@/lib/model/records'
import { type Refusal, refuse } from '@/lib/model/refusal'
import { isSame } from '@/lib/model/same'
import { checkComponent, checkComponentUnused, checkDataAssetUnused, checkFlow } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

export type Collection = Exclude<keyof ThreatModel, 'meta' | 'catalogue'>

/** A row that an edit wrote or removed: what the server saves and what analysis looks at again. */
export type Touched = { collection: Collection | 'meta' | 'placements'; key: string }

export type Applied = { model: ThreatModel; touched: Touched[]; inverse: Edit }

/**
 * Applies one edit. Pure: the given model is never changed, and what the edit leaves alone keeps its identity.
 * Only structure is checked here; an attribute that the component's type lacks is a warning of analysis,
 * so that a model made with an older catalogue always loads.
 */
export function applyEdit(model: ThreatModel, edit: Edit): Applied | Refusal {
  const handler = handlers[edit.type] as (model: ThreatModel, edit: Edit) => Applied | Refusal
  return handler(model, edit)
}

const handlers: { [T in EditType]: (model: ThreatModel, edit: EditOf<T>) => Applied | Refusal } = {
  'set-meta': (model, edit) => {
    const current = fieldOf(model.meta, edit.field)
    if (!isSame(current, edit.was)) return changed(edit.field, current)
    return {
      model: { ...model, meta: withField(model.meta, edit.field, edit.value) },
      touched: [{ collection: 'meta', key: 'meta' }],
      inverse: { ...edit, value: current, was: edit.value } as Edit,
    }
  },
  'pin-catalogue': (model, edit) => {
    if (model.catalogue !== edit.was) return changed('catalogue', model.catalogue)
    return {
      model: { ...model, catalogue: edit.value },
      touched: [{ collection: 'meta', key: 'meta' }],
      inverse: { ...edit, value: edit.was, was: edit.value },
    }
  },

  'add-component': (model, { component }) =>
    checkComponent(model, component) ??
    add(model, 'components', component, { type: 'remove-component', id: component.id }),
  'remove-component': (model, { id }) =>
    checkComponentUnused(model, id) ??
    remove(model, 'components', id, (component) => ({ type: 'add-component', component })),
  'set-component': (model, edit) =>
    setField(model, 'components', edit, (next) => checkComponent(model, next)),

  'add-flow': (model, { flow }) =>
    checkFlow(model, flow) ?? add(model, 'flows', flow, { type: 'remove-flow', id: flow.id }),
  'remove-flow': (model, { id }) => remove(model, 'flows', id, (flow) => ({ type: 'add-flow', flow })),
  'set-flow': (model, edit) => setField(model, 'flows', edit, (next) => checkFlow(model, next)),

  'set-fact': setFact,

  'add-data-asset': (model, { dataAsset }) =>
    add(model, 'dataAssets', dataAsset, { type: 'remove-data-asset', id: dataAsset.id }),
  'remove-data-asset': (model, { id }) =>
    checkDataAssetUnused(model, id) ??
    remove(model, 'dataAssets', id, (dataAsset) => ({ type: 'add-data-asset', dataAsset })),
  'set-data-asset': (model, edit) => setField(model, 'dataAssets', edit),

  'add-view': (model, { view }) => add(model, 'views', view, { type: 'remove-view', id: view.id }),
  'remove-view': (model, { id }) =>
    Object.keys(model.views).length === 1
      ? refuse('invalid', 'A model keeps at least one view.')
      : remove(model, 'views', id, (view) => ({ type: 'add-view', view })),
  'set-view': (model, edit) => setField(model, 'views', edit),
  place,

  decide: (model, edit) => {
    const key = decisionKey(edit)
    if (edit.value && decisionKey(edit.value) !== key) return misaddressed('decision')
    return put(model, 'decisions', key, edit)
  },
  attach: (model, { attachment }) =>
    elementOf(model, attachment.elementId)
      ? add(model, 'attached', attachment, { type: 'detach', id: attachment.id })
      : refuse('missing', 'The component or data flow to attach this threat to does not exist.'),
  detach: (model, { id }) => remove(model, 'attached', id, (attachment) => ({ type: 'attach', attachment })),
  'set-attachment': (model, edit) => setField(model, 'attached', edit),
  'set-mitigation': (model, edit) => {
    const key = mitigationKey(edit)
    if (edit.value && mitigationKey(edit.value) !== key) return misaddressed('mitigation')
    return put(model, 'mitigationStates', key, edit)
  },
  'add-note': (model, { note }) => add(model, 'notes', note, { type: 'remove-note', id: note.id }),
  'remove-note': (model, { id }) => remove(model, 'notes', id, (note) => ({ type: 'add-note', note })),
  'set-note': (model, edit) => setField(model, 'notes', edit),
}

/** True when edits of this kind are known; a newer server may know more. */
export function isEditType(type: unknown): type is EditType {
  return typeof type === 'string' && Object.hasOwn(handlers, type)
}

type Row<C extends Collection> = ThreatModel[C][string]

function changed(what: string, current: unknown): Refusal {
  return refuse(
    'changed',
    `Somebody changed the ${what} since you saw it. Look at the present value and decide again.`,
    current,
  )
}

function missing(collection: Collection, id: string): Refusal {
  return refuse('missing', `This no longer exists (${collection}: ${id}). It may have been removed.`)
}

function misaddressed(what: string): Refusal {
  return refuse('invalid', `The ${what} names another threat or element than its edit.`)
}

function withRow<C extends Collection>(
  model: ThreatModel,
  collection: C,
  key: string,
  row: Row<C>,
): ThreatModel {
  return { ...model, [collection]: withEntry(model[collection] as Record<string, Row<C>>, key, row) }
}

function withoutRow(model: ThreatModel, collection: Collection, key: string): ThreatModel {
  return { ...model, [collection]: withoutEntry(model[collection] as Record<string, unknown>, key) }
}

function add<C extends Collection>(
  model: ThreatModel,
  collection: C,
  row: Row<C> & { id: string },
  inverse: Edit,
): Applied | Refusal {
  if (entryOf(model[collection] as Record<string, unknown>, row.id)) {
    return refuse('exists', `There is one with this id already (${row.id}).`)
  }
  return { model: withRow(model, collection, row.id, row), touched: [{ collection, key: row.id }], inverse }
}

// Decisions, placements and notes on what is removed stay behind, unseen, so that undo brings them back with it.
function remove<C extends Collection>(
  model: ThreatModel,
  collection: C,
  id: string,
  inverse: (row: Row<C>) => Edit,
): Applied | Refusal {
  const row = entryOf(model[collection] as Record<string, Row<C>>, id)
  if (!row) return missing(collection, id)
  return {
    model: withoutRow(model, collection, id),
    touched: [{ collection, key: id }],
    inverse: inverse(row),
  }
}

type FieldEdit = Extract<Edit, { id: string; field: string }>

function setField<C extends Collection>(
  model: ThreatModel,
  collection: C,
  edit: FieldEdit,
  check?: (next: Row<C>) => Refusal | undefined,
): Applied | Refusal {
  const row = entryOf(model[collection] as Record<string, Row<C>>, edit.id)
  if (!row) return missing(collection, edit.id)
  const current = fieldOf(row, edit.field)
  if (!isSame(current, edit.was)) return changed(edit.field, current)
  const next = withField(row, edit.field, edit.value)
  const refusal = check?.(next)
  if (refusal) return refusal
  return {
    model: withRow(model, collection, edit.id, next),
    touched: [{ collection, key: edit.id }],
    inverse: { ...edit, value: current, was: edit.value } as Edit,
  }
}

function put(
  model: ThreatModel,
  collection: 'decisions' | 'mitigationStates',
  key: string,
  edit: EditOf<'decide' | 'set-mitigation'>,
): Applied | Refusal {
  const current = entryOf<unknown>(model[collection], key) ?? null
  if (!isSame(current, edit.was))
    return changed(collection === 'decisions' ? 'decision' : 'mitigation', current)
  if (edit.value && !elementOf(model, edit.elementId)) return missing('components', edit.elementId)
  return {
    model: edit.value
      ? withRow(model, collection, key, edit.value as never)
      : withoutRow(model, collection, key),
    touched: [{ collection, key }],
    inverse: { ...edit, value: current, was: edit.value } as Edit,
  }
}

function setFact(model: ThreatModel, edit: EditOf<'set-fact'>): Applied | Refusal {
  const collection = entryOf(model.components, edit.elementId) ? 'components' : 'flows'
  const element = elementOf(model, edit.elementId)
  if (!element) return missing('components', edit.elementId)
  if (edit.value && slotOf(edit.value) !== edit.slot)
    return refuse('invalid', 'The fact is of another origin than its edit says.')
  const facts = entryOf(element.facts, edit.attribute) ?? []
  const current = facts.find((fact) => slotOf(fact) === edit.slot) ?? null
  if (!isSame(current, edit.was)) return changed(`fact "${edit.attribute}"`, current)
  const next: Fact[] = facts.filter((fact) => fact !== current)
  if (edit.value) next.push(edit.value)
  // Canonical order, so that two ways to the same facts give the same document.
  next.sort((a, b) => (slotOf(a) < slotOf(b) ? -1 : 1))
  const nextFacts =
    next.length > 0
      ? withEntry(element.facts, edit.attribute, next)
      : withoutEntry(element.facts, edit.attribute)
  return {
    model: withRow(model, collection, edit.elementId, { ...element, facts: nextFacts } as never),
    touched: [{ collection, key: edit.elementId }],
    inverse: { ...edit, value: current, was: edit.value },
  }
}

function place(model: ThreatModel, edit: EditOf<'place'>): Applied | Refusal {
  const view = entryOf(model.views, edit.viewId)
  if (!view) return missing('views', edit.viewId)
  const current = entryOf(view.placements, edit.componentId) ?? null
  if (!isSame(current, edit.was)) return changed('position', current)
  if (edit.value && !entryOf(model.components, edit.componentId))
    return missing('components', edit.componentId)
  const placements = edit.value
    ? withEntry(view.placements, edit.componentId, edit.value)
    : withoutEntry(view.placements, edit.componentId)
  return {
    model: withRow(model, 'views', edit.viewId, { ...view, placements }),
    touched: [{ collection: 'placements', key: joinKey(edit.viewId, edit.componentId) }],
    inverse: { ...edit, value: current, was: edit.value },
  }
}
