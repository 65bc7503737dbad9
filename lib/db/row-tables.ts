import { breathe } from '@/lib/db/breathe'
import type { Queries } from '@/lib/db/database'
import {
  type Row,
  type RowChange,
  type RowCollection,
  type Rows,
  rowCollections,
} from '@/lib/db/document-rows'
import { Prisma } from '@/lib/db/generated/client'

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

type RowTable = Pick<Queries['componentRow'], 'findMany' | 'deleteMany'>

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

// Three parameters a row: well below the bound on parameters of a statement.
const ROWS_A_STATEMENT = 500

/** A row of a model to be written or removed. */
export type ModelRowChange = RowChange & { modelId: string }

/** Writes changed rows, of any number of models: many rows a statement, new and known ones alike. */
export async function writeRows(queries: Queries, changes: readonly ModelRowChange[]): Promise<void> {
  for (const collection of rowCollections) {
    const own = changes.filter((change) => change.collection === collection)
    for (const some of slices(own.filter(({ body }) => body !== undefined))) {
      const values = some.map(({ modelId, key, body }) => Prisma.sql`(${modelId}, ${key}, ${body})`)
      await queries.$executeRaw`
        INSERT INTO ${nameOf(collection)} ("modelId", "key", "body") VALUES ${Prisma.join(values)}
        ON CONFLICT ("modelId", "key") DO UPDATE SET "body" = excluded."body"`
      if (some.length === ROWS_A_STATEMENT) await breathe()
    }
    for (const some of slices(own.filter(({ body }) => body === undefined))) {
      const OR = some.map(({ modelId, key }) => ({ modelId, key }))
      await tableOf(queries, collection).deleteMany({ where: { OR } })
    }
  }
}

/** The table's name in the database, which is its model's in the schema. */
function nameOf(collection: RowCollection): Prisma.Sql {
  const name = tables[collection]
  return Prisma.raw(`"${name.charAt(0).toUpperCase()}${name.slice(1)}"`)
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
