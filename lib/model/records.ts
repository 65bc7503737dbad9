/** Records that were made while drafting: nobody else has seen them, so they may be changed in place. */
let fresh: WeakSet<object> | undefined

/**
 * Runs a task during which a record is copied when it is first changed and changed in place from then on, so that many
 * edits of one large record cost what they change. Only for tasks of which nothing but the last state is kept.
 */
export function drafting<T>(task: () => T): T {
  const outer = fresh
  fresh = new WeakSet()
  try {
    return task()
  } finally {
    fresh = outer
  }
}

/** A copy of the record with this entry; the other entries keep their identity. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T): Record<string, T> {
  if (fresh?.has(record)) {
    const own = record as Record<string, T>
    own[key] = value
    return own
  }
  const copy = { ...record, [key]: value }
  fresh?.add(copy)
  return copy
}

/** A copy of the record without this entry. */
export function withoutEntry<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  if (fresh?.has(record)) {
    const own = record as Record<string, T>
    delete own[key]
    return own
  }
  const { [key]: _dropped, ...rest } = record
  fresh?.add(rest)
  return rest
}

/** The entry, or undefined; inherited names are never entries. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** A copy of the object with the field set, or without it when the value is null. */
export function withField<T extends object>(object: T, field: string, value: unknown): T {
  if (value !== null) return { ...object, [field]: value }
  const { [field]: _dropped, ...rest } = object as Record<string, unknown>
  return rest as T
}

/** The field's value; `null` when it is not set. */
export function fieldOf(object: object, field: string): unknown {
  return (object as Record<string, unknown>)[field] ?? null
}
