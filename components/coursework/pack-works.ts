import type { WorkRow } from '@/lib/coursework/views'

/** Rows turned into columns: thousands of rows would repeat the names of their fields in what the page carries. */
export type PackedWorks = { [K in keyof WorkRow]: readonly WorkRow[K][] }

const fields = [
  'id',
  'label',
  'attempt',
  'unreadable',
  'threats',
  'findings',
  'claims',
  'met',
  'missed',
  'open',
  'state',
  'verdict',
  'points',
  'disagrees',
] as const satisfies readonly (keyof WorkRow)[]

/** Packs the rows for the way to the browser. */
export function packWorks(rows: readonly WorkRow[]): PackedWorks {
  return Object.fromEntries(
    fields.map((field) => [field, rows.map((row) => row[field])]),
  ) as unknown as PackedWorks
}

/** The rows again. */
export function unpackWorks(packed: PackedWorks): WorkRow[] {
  return packed.id.map(
    (_, at) => Object.fromEntries(fields.map((field) => [field, packed[field][at]])) as WorkRow,
  )
}
