import { breathe } from '@/lib/db/breathe'
import type { Touched } from '@/lib/model/apply-edit'
import type { Placement, View } from '@/lib/model/elements'
import { joinKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The collections of a document that are stored a row an entry. Placements are rows of their own, beside their view. */
export const rowCollections = [
  'components',
  'flows',
  'dataAssets',
  'views',
  'placements',
  'decisions',
  'attached',
  'mitigationStates',
  'notes',
] as const
export type RowCollection = (typeof rowCollections)[number]

export type Row = { key: string; body: string }
export type Rows = Record<RowCollection, readonly Row[]>

/** A row to write (`body`) or to remove (without). */
export type RowChange = { collection: RowCollection; key: string; body?: string }

const TOUCHED_AT_ONCE = 2000

/**
 * The rows that differ between two states of a document, looked for only where an edit touched it; with pauses for other
 * requests when that is in many places.
 */
export async function rowChanges(
  before: ThreatModel,
  after: ThreatModel,
  touched: readonly Touched[],
): Promise<RowChange[]> {
  const changes = new Map<string, RowChange>()
  for (const [index, { collection, key }] of touched.entries()) {
    if (index % TOUCHED_AT_ONCE === TOUCHED_AT_ONCE - 1) await breathe()
    if (collection === 'meta') continue
    const keys = collection === 'views' ? viewRowKeys(before, after, key) : [{ collection, key }]
    for (const row of keys) {
      const id = `${row.collection} ${row.key}`
      if (!changes.has(id)) changes.set(id, rowChange(after, row))
    }
  }
  return [...changes.values()]
}

type RowKey = { collection: RowCollection; key: string }

/** A view that comes or goes takes its placements along. */
function viewRowKeys(before: ThreatModel, after: ThreatModel, viewId: string): RowKey[] {
  const was = entryOf(before.views, viewId)?.placements ?? {}
  const is = entryOf(after.views, viewId)?.placements ?? {}
  const placed = was === is ? [] : Object.keys({ ...was, ...is })
  const rows = placed.map(
    (componentId) => ({ collection: 'placements', key: joinKey(viewId, componentId) }) as const,
  )
  return [{ collection: 'views', key: viewId }, ...rows]
}

function rowChange(after: ThreatModel, { collection, key }: RowKey): RowChange {
  const value = entryIn(after, collection, key)
  return value === undefined ? { collection, key } : { collection, key, body: JSON.stringify(value) }
}

function entryIn(model: ThreatModel, collection: RowCollection, key: string): unknown {
  if (collection === 'placements') {
    const [viewId = '', componentId = ''] = key.split('|')
    const view = entryOf(model.views, viewId)
    return view && entryOf(view.placements, componentId)
  }
  if (collection === 'views') {
    const view = entryOf(model.views, key)
    return view && { id: view.id, name: view.name }
  }
  return entryOf<unknown>(model[collection], key)
}

/** Every row of a document. */
export function documentRows(model: ThreatModel): Rows {
  const rows = Object.fromEntries(
    rowCollections.map((collection) => [
      collection,
      keysOf(model, collection).map((key) => ({
        key,
        body: JSON.stringify(entryIn(model, collection, key)),
      })),
    ]),
  )
  return rows as unknown as Rows
}

function keysOf(model: ThreatModel, collection: RowCollection): string[] {
  if (collection !== 'placements') return Object.keys(model[collection])
  return Object.values(model.views).flatMap((view) =>
    Object.keys(view.placements).map((id) => joinKey(view.id, id)),
  )
}

/** The document of these rows. Bodies were checked when they were written. */
export function documentOf(head: Pick<ThreatModel, 'meta' | 'catalogue'>, rows: Rows): ThreatModel {
  const views = record<View>(rows.views)
  for (const view of Object.values(views)) view.placements = {}
  for (const { key, body } of rows.placements) {
    const [viewId = '', componentId = ''] = key.split('|')
    const view = entryOf(views, viewId)
    if (view) view.placements[componentId] = JSON.parse(body) as Placement
  }
  return {
    ...head,
    components: record(rows.components),
    flows: record(rows.flows),
    dataAssets: record(rows.dataAssets),
    views,
    decisions: record(rows.decisions),
    attached: record(rows.attached),
    mitigationStates: record(rows.mitigationStates),
    notes: record(rows.notes),
  }
}

function record<T>(rows: readonly Row[]): Record<string, T> {
  return Object.fromEntries(rows.map(({ key, body }) => [key, JSON.parse(body) as T]))
}
