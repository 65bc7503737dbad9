import type { Json } from '@/lib/importers/scans/json/json-node'
import { countLines } from '@/lib/importers/scans/json/json-text'
import { type JsonPlace, parseJson } from '@/lib/importers/scans/json/parse-json'

export type JsonDocuments = { documents: Json[]; repaired: boolean }

const MAX_DOCUMENTS = 20_000
/** Where JSON begins: a bracket first on its line, with something after it that JSON can have there. */
const BEGIN = /^[ \t]*(?=\{\s*(?:"|\}|$)|\[\s*(?:[{["\]]|$))/gm

/**
 * The JSON documents in a text: one, several after each other, one a line, or with lines of a log before, between and
 * after them. None when no line begins one.
 * @throws LimitStop when one is nested too deeply or holds too much.
 */
export function readDocuments(text: string): JsonDocuments {
  const found: JsonDocuments = { documents: [], repaired: false }
  let here: JsonPlace = { position: 0, line: 1 }
  BEGIN.lastIndex = 0
  while (found.documents.length < MAX_DOCUMENTS) {
    const begin = BEGIN.exec(text)
    if (!begin) break
    here = readOne(text, moved(text, here, begin.index + begin[0].length), found)
    let next = afterSpace(text, here.position)
    // Documents that follow each other on one line.
    while (found.documents.length < MAX_DOCUMENTS && goesOn(text, here.position, next)) {
      here = readOne(text, moved(text, here, next), found)
      next = afterSpace(text, here.position)
    }
    BEGIN.lastIndex = Math.max(next, BEGIN.lastIndex + 1)
  }
  return found
}

function afterSpace(text: string, from: number): number {
  let next = from
  while (next < text.length && /[\s,;]/.test(text.charAt(next))) next++
  return next
}

function goesOn(text: string, end: number, next: number): boolean {
  return /^[{[]$/.test(text.charAt(next)) && !text.slice(end, next).includes('\n')
}

function readOne(text: string, start: JsonPlace, found: JsonDocuments): JsonPlace {
  const { value, end, repaired } = parseJson(text, start)
  found.documents.push(value)
  found.repaired ||= repaired
  return end
}

function moved(text: string, from: JsonPlace, position: number): JsonPlace {
  return { position, line: from.line + countLines(text, from.position, position) }
}
