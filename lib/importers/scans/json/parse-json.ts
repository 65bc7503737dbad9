import { JsonFields } from '@/lib/importers/scans/json/json-fields'
import type { Json, JsonObject } from '@/lib/importers/scans/json/json-node'
import { JsonText, SyntaxStop } from '@/lib/importers/scans/json/json-text'

/** Where a value begins or ended: an index into the text, and its line from 1. */
export type JsonPlace = { position: number; line: number }

/** `end` is where the value ended; `repaired` says that it was read although it is broken. */
export type ParsedJson = { value: Json; end: JsonPlace; repaired: boolean }

/**
 * Parses the JSON value that begins at `start`; the line is the caller's to know, because a text may hold many. Broken JSON, as scripts write it by hand (a quote or a line end inside a
 * string, a missing or trailing comma, an end in the middle), is read as well as it can be.
 * @throws LimitStop when it is nested too deeply or holds too much.
 */
export function parseJson(text: string, start: JsonPlace): ParsedJson {
  try {
    const strict = new JsonText(text, start, false)
    return { value: readValue(strict, 0), end: placeOf(strict), repaired: false }
  } catch (error) {
    if (!(error instanceof SyntaxStop)) throw error
  }
  const lenient = new JsonText(text, start, true)
  return { value: readValue(lenient, 0), end: placeOf(lenient), repaired: true }
}

function placeOf({ position, line }: JsonText): JsonPlace {
  return { position, line }
}

function readValue(source: JsonText, depth: number): Json {
  const next = source.peek()
  if (next === '{') return readObject(source, depth + 1)
  if (next === '[') return readList(source, depth + 1)
  if (next === '"') return source.takeString(depth > 0)
  return source.takeScalar()
}

function readObject(source: JsonText, depth: number): JsonObject {
  source.open(depth)
  const object: JsonObject = { line: source.line, fields: new JsonFields() }
  for (;;) {
    const next = source.peek()
    if (next === '}' || next === '') {
      source.close('}')
      return object
    }
    if (next !== '"') {
      // A list that ended before its object did, or rubbish between fields.
      if (next === ']' && source.lenient) return object
      source.skipUnexpected()
      continue
    }
    const name = source.takeString(true)
    if (!source.takeColon()) continue
    object.fields.set(name, readValue(source, depth))
    source.takeComma('}')
  }
}

function readList(source: JsonText, depth: number): Json {
  source.open(depth)
  const list: Json[] = []
  for (;;) {
    const next = source.peek()
    if (next === ']' || next === '') {
      source.close(']')
      return list
    }
    if (next === '}' && source.lenient) return list
    if (next === ',' || next === ':') {
      source.skipUnexpected()
      continue
    }
    list.push(readValue(source, depth))
    source.takeComma(']')
  }
}
