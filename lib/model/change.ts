import { Component, DataAsset, Flow, OutOfScope, Placement, View } from '@/lib/model/elements'
import { Fact, FactSlot, FileSource } from '@/lib/model/fact'
import { CatalogueId, Id } from '@/lib/model/id'
import { Attachment, Decision, MitigationState, Note, OwnThreat } from '@/lib/model/judgement'
import { MAX_EDITS } from '@/lib/model/limits'
import { line } from '@/lib/model/text'
import { Meta } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'

// Everything that changes a threat model is a Change: edits under one id. An edit of a field carries `was`, what the
// editor saw, so that nothing newer is overwritten. `null` stands for "not set".

function setMeta<F extends keyof Meta, V extends z.ZodType>(field: F, value: V) {
  return z.strictObject({ type: z.literal('set-meta'), field: z.literal(field), value, was: value })
}

function setField<T extends string, F extends string, V extends z.ZodType>(type: T, field: F, value: V) {
  return z.strictObject({ type: z.literal(type), id: Id, field: z.literal(field), value, was: value })
}

const meta = Meta.shape
const component = Component.shape
const flow = Flow.shape
const dataAsset = DataAsset.shape

export const Edit = z.discriminatedUnion('type', [
  z.discriminatedUnion('field', [
    setMeta('name', meta.name),
    setMeta('description', meta.description.unwrap().nullable()),
    setMeta('scope', meta.scope.unwrap().nullable()),
    setMeta('owner', meta.owner.unwrap().nullable()),
    setMeta('assumptions', meta.assumptions),
  ]),
  z.strictObject({ type: z.literal('pin-catalogue'), value: line(100), was: line(100) }),

  z.strictObject({ type: z.literal('add-component'), component: Component }),
  z.strictObject({ type: z.literal('remove-component'), id: Id }),
  z.discriminatedUnion('field', [
    setField('set-component', 'name', component.name),
    setField('set-component', 'type', component.type),
    setField('set-component', 'parentId', Id.nullable()),
    setField('set-component', 'zoneIds', component.zoneIds),
    setField('set-component', 'naturalKey', Id.nullable()),
    setField('set-component', 'source', FileSource.nullable()),
    setField('set-component', 'outOfScope', OutOfScope.nullable()),
    setField('set-component', 'gone', z.literal(true).nullable()),
    setField('set-component', 'tags', component.tags),
  ]),

  z.strictObject({ type: z.literal('add-flow'), flow: Flow }),
  z.strictObject({ type: z.literal('remove-flow'), id: Id }),
  z.discriminatedUnion('field', [
    setField('set-flow', 'name', flow.name.unwrap().nullable()),
    setField('set-flow', 'type', flow.type),
    setField('set-flow', 'from', flow.from),
    setField('set-flow', 'to', flow.to),
    setField('set-flow', 'both', z.literal(true).nullable()),
    setField('set-flow', 'dataIds', flow.dataIds),
    setField('set-flow', 'naturalKey', Id.nullable()),
    setField('set-flow', 'source', FileSource.nullable()),
    setField('set-flow', 'gone', z.literal(true).nullable()),
  ]),

  z.strictObject({
    type: z.literal('set-fact'),
    elementId: Id,
    attribute: CatalogueId,
    slot: FactSlot,
    value: Fact.nullable(),
    was: Fact.nullable(),
  }),

  z.strictObject({ type: z.literal('add-data-asset'), dataAsset: DataAsset }),
  z.strictObject({ type: z.literal('remove-data-asset'), id: Id }),
  z.discriminatedUnion('field', [
    setField('set-data-asset', 'name', dataAsset.name),
    setField('set-data-asset', 'classification', dataAsset.classification),
    setField('set-data-asset', 'description', dataAsset.description.unwrap().nullable()),
  ]),

  z.strictObject({ type: z.literal('add-view'), view: View }),
  z.strictObject({ type: z.literal('remove-view'), id: Id }),
  setField('set-view', 'name', View.shape.name),
  z.strictObject({
    type: z.literal('place'),
    viewId: Id,
    componentId: Id,
    value: Placement.nullable(),
    was: Placement.nullable(),
  }),

  z.strictObject({
    type: z.literal('decide'),
    threatId: Id,
    elementId: Id,
    part: Id.optional(),
    value: Decision.nullable(),
    was: Decision.nullable(),
  }),
  z.strictObject({ type: z.literal('attach'), attachment: Attachment }),
  z.strictObject({ type: z.literal('detach'), id: Id }),
  setField('set-attachment', 'own', OwnThreat),
  z.strictObject({
    type: z.literal('set-mitigation'),
    elementId: Id,
    mitigationId: CatalogueId,
    value: MitigationState.nullable(),
    was: MitigationState.nullable(),
  }),
  z.strictObject({ type: z.literal('add-note'), note: Note }),
  z.strictObject({ type: z.literal('remove-note'), id: Id }),
  setField('set-note', 'text', Note.shape.text),
])
export type Edit = z.infer<typeof Edit>
export type EditType = Edit['type']
export type EditOf<T extends EditType> = Extract<Edit, { type: T }>

/** Edits under one caller-made id. Atomic: all or none (imports, pastes, groups); otherwise each edit stands alone. */
export const Change = z.strictObject({
  id: Id,
  label: line(200),
  atomic: z.boolean(),
  edits: z.array(Edit).min(1).max(MAX_EDITS),
})
export type Change = z.infer<typeof Change>
