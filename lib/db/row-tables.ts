import type { Queries } from '@/lib/db/database'
import {
  type Row,
  type RowChange,
  type RowCollection,
  type Rows,
  rowCollections,
} from '@/lib/db/document-rows'

// Every collection's table has the same columns, so one piece of code serves them all.

const tables = {
  components: 'componentRow',
  flows: 'flowRow',
  dataAssets: 'dataAssetRow',
  views: 'viewRow',
  placements: 'placementRow',
  decisions: 'decisionRow',
  attached: 'attachmentRow',
  mitigationStates: 'mitigationStateRow',
  notes: 'noteRow',
} as const satisfies Record<RowCollection, keyof Queries>

type RowTable = Pick<Queries['componentRow'], 'findMany' | 'createMany' | 'updateMany' | 'deleteMany'>

function tableOf(queries: Queries, collection: RowCollection): RowTable {
  return queries[tables[collection]] as unknown as RowTable
}

/** Every row of a model. */
export async function readRows(queries: Queries, modelId: string): Promise<Rows> {
  const rows: Partial<Record<RowCollection, readonly Row[]>> = {}
  for (const collection of rowCollections) {
    rows[collection] = await tableOf(queries, collection).findMany({
      where: { modelId },
      select: { key: true, body: true },
      orderBy: { key: 'asc' },
    })
  }
  return rows as Rows
}

// Below the bound on parameters of a statement, which Prisma would else split for us at a worse place.
const ROWS_A_STATEMENT = 500

/** Writes changed rows: new ones and removed ones many at a time, the others one by one. */
export async function writeRows(
  queries: Queries,
  modelId: string,
  changes: readonly RowChange[],
): Promise<void> {
  for (const collection of rowCollections) {
    const own = changes.filter((change) => change.collection === collection)
    if (own.length === 0) continue
    const table = tableOf(queries, collection)
    const removed = own.filter((change) => change.body === undefined).map((change) => change.key)
    for (const keys of slices(removed)) await table.deleteMany({ where: { modelId, key: { in: keys } } })
    const fresh = own.flatMap(({ key, body, isNew }) =>
      isNew && body !== undefined ? [{ modelId, key, body }] : [],
    )
    for (const data of slices(fresh)) await table.createMany({ data })
    for (const { key, body, isNew } of own) {
      if (!isNew && body !== undefined) await table.updateMany({ where: { modelId, key }, data: { body } })
    }
  }
}

/** Removes every row of a model. */
export async function removeRows(queries: Queries, modelId: string): Promise<void> {
  for (const collection of rowCollections)
    await tableOf(queries, collection).deleteMany({ where: { modelId } })
}

function slices<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / ROWS_A_STATEMENT)
  return Array.from({ length: count }, (_, index) =>
    list.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  )
}
