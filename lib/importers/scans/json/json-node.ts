import type { JsonFields } from '@/lib/importers/scans/json/json-fields'

/** A JSON value whose objects know their line (from 1). */
export type Json = string | number | boolean | null | JsonList | JsonObject
export type JsonList = readonly Json[]
export type JsonObject = { line: number; fields: JsonFields<Json> }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at the end of a path of field names; undefined when the path breaks off. */
export function at(value: Json | undefined, ...path: string[]): Json | undefined {
  let here = value
  for (const name of path) here = isObject(here) ? here.fields.get(name) : undefined
  return here
}

/** The value at a path as an object, undefined for anything else. */
export function objectAt(value: Json | undefined, ...path: string[]): JsonObject | undefined {
  const found = at(value, ...path)
  return isObject(found) ? found : undefined
}

/** The objects of the list at a path; none when there is no list. Other members are passed over. */
export function objectsAt(value: Json | undefined, ...path: string[]): JsonObject[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found.filter(isObject) : []
}

/** The text at a path; numbers and booleans as they are written; undefined for nothing, '' and collections. */
export function textAt(value: Json | undefined, ...path: string[]): string | undefined {
  const found = at(value, ...path)
  if (typeof found === 'string') return found === '' ? undefined : found
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined
}

/** The number at a path, also when it is written as text. */
export function numberAt(value: Json | undefined, ...path: string[]): number | undefined {
  const text = textAt(value, ...path)
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** The texts of the list at a path, or the one text that stands there instead of a list. */
export function textsAt(value: Json | undefined, ...path: string[]): string[] {
  const found = at(value, ...path)
  if (!Array.isArray(found)) {
    const one = textAt(value, ...path)
    return one === undefined ? [] : [one]
  }
  return found.filter((one): one is string => typeof one === 'string' && one !== '')
}

/** The fields of the object at a path whose values are objects. */
export function objectFieldsAt(value: Json | undefined, ...path: string[]): [string, JsonObject][] {
  const found = objectAt(value, ...path)
  return found ? [...found.fields].filter((entry): entry is [string, JsonObject] => isObject(entry[1])) : []
}

/** True when every one of the fields is there. */
export function hasFields(value: Json | undefined, ...names: string[]): value is JsonObject {
  return isObject(value) && names.every((name) => value.fields.has(name))
}
