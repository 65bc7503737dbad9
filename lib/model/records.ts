/** A copy of the record with this entry; the other entries keep their identity. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T): Record<string, T> {
  return { ...record, [key]: value }
}

/** A copy of the record without this entry. */
export function withoutEntry<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _dropped, ...rest } = record
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
