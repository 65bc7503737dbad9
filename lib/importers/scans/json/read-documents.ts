import type { Json } from '@/lib/importers/scans/json/json-node'
import { parseJson } from '@/lib/importers/scans/json/parse-json'

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
  BEGIN.lastIndex = 0
  while (found.documents.length < MAX_DOCUMENTS) {
    const begin = BEGIN.exec(text)
    if (!begin) break
    const { value, end, repaired } = parseJson(text, begin.index + begin[0].length)
    found.documents.push(value)
    found.repaired ||= repaired
    BEGIN.lastIndex = Math.max(end, BEGIN.lastIndex + 1)
    while (BEGIN.lastIndex < text.length && /[\s,;]/.test(text.charAt(BEGIN.lastIndex))) BEGIN.lastIndex++
    if (text.charAt(BEGIN.lastIndex) === '{' || text.charAt(BEGIN.lastIndex) === '[') {
      const lineStart = text.lastIndexOf('\n', BEGIN.lastIndex) + 1
      // Documents that follow each other on one line.
      if (text.slice(lineStart, BEGIN.lastIndex).trim() !== '') BEGIN.lastIndex = spliceable(text, found)
    }
  }
  return found
}

function spliceable(text: string, found: JsonDocuments): number {
  const { value, end, repaired } = parseJson(text, BEGIN.lastIndex)
  found.documents.push(value)
  found.repaired ||= repaired
  return end
}
