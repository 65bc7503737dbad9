import { categoryAt, type NamedCategory, type Word, wordsOf } from '@/lib/importers/submission/stride-words'
import type { Stride } from '@/lib/model/judgement'

/**
 * A line that names the category of an item. `strength` 0 to 1. `rest`: what the line says besides (a title or the
 * text). `where`: at the start, after a component, in a field, or at the end of the line.
 */
export type CategoryLabel = {
  categories: Stride[]
  strength: number
  rest: string
  where: 'start' | 'component' | 'field' | 'end'
}

const fieldKey =
  /^(?:(?:stride )?(?:category|categories|pillars?|elements?|model|classification|types?|letters?)|stride|threat(?: (?:type|category|name))?|type of (?:threat|attack)|attack(?: type)?|categor[ií]as?|tipo(?: de amenaza)?|amenaza|ameaça)\s*(?:\(s\))?\s*[:=\-–—|]\s*/i
const joins = /^\s*(?:\([a-z]\)\s*)?(?:[/,&+;|]|and|or|y|e|ou|o|plus|as well as|\s)+\s*$/i
const after = /^\s*(?:\(\s*([STRIDE](?:\s*[,/&+]\s*[STRIDE])*)\s*\))?\s*(?:[.:=,;|([\-–—>→]|$)/

/** Reads the category label of a line's body, if it has one. */
export function readLabel(body: string): CategoryLabel | undefined {
  // "DoS" and "EoP" are the shortest names.
  if (body.length < 3) return undefined
  const head = body.slice(0, 240)
  return (
    fromField(head, body) ??
    fromStart(head, body) ??
    fromComponent(head, body) ??
    fromEnd(body) ??
    fromBrackets(head, body)
  )
}

function fromField(head: string, body: string): CategoryLabel | undefined {
  const key = head.match(fieldKey)
  if (!key) return undefined
  const value = head.slice(key[0].length)
  const named = leading(value)
  if (named) {
    // "Threat: Spoofing of the mirror." names it as plainly; a whole sentence does so a little less.
    const isPlain = after.test(value.slice(named.end)) || value.split(/\s+/).length <= 12
    const rest = restAfter(body.slice(key[0].length + named.end))
    return { categories: named.categories, strength: isPlain ? 1 : 0.82, rest, where: 'field' }
  }
  const letters = value.match(/^([STRIDE](?:\s*[,/&+ ]\s*[STRIDE])*)\s*(?:[.,;)]|$)/)
  if (letters?.[1] && !/^(?:type|threat|attack)/i.test(key[0]))
    return { categories: lettersOf(letters[1]), strength: 0.95, rest: '', where: 'field' }
  return undefined
}

function fromStart(head: string, body: string): CategoryLabel | undefined {
  const letter = head.match(/^\(?\[?([STRIDE])\]?\)?\s*[-–—:.)=]+\s*(?=\p{L})/u)
  const shift =
    letter && leading(head.slice(letter[0].length))?.categories[0] === letter[1] ? letter[0].length : 0
  const named = leading(head.slice(shift))
  if (!named) return undefined
  const end = shift + named.end
  const rest = head.slice(end)
  const make = (strength: number): CategoryLabel => ({
    categories: named.categories,
    strength,
    rest: restAfter(body.slice(end)),
    where: 'start',
  })
  if (after.test(rest)) return make(1)
  // "Spoofing of images", "Tampering in transit:", "Denial of service on the API server - ..."
  const tail = rest.match(
    /^\s+((?:of|with|on|in|to|the|via|by|through|against|attacks?|threats?|risks?|identity|data|de|do|da|del|en|no|na|\(|[\w/'-]+\s?){1,9}?)\s*\)?\s*(?:[:.—–]|\s-+\s|$)/i,
  )
  const words = tail?.[1]?.trim().split(/\s+/).length ?? 99
  if (
    tail &&
    words <= 6 &&
    !/\b(?:is|are|can|could|may|might|will|would|if|when|because|should|has|have)\b/i.test(tail[1] ?? '')
  ) {
    const wholeLine = tail[0].length >= rest.trimEnd().length
    return make(wholeLine && body.length < 80 ? 0.92 : 0.88)
  }
  return make(0.55)
}

function fromComponent(head: string, body: string): CategoryLabel | undefined {
  const split = head.match(/^([^:–—.]{2,60}?)\s*(?::|–|—|\s-{1,2}\s|\|)\s*/)
  if (!split || (split[1] ?? '').trim().split(/\s+/).length > 7) return undefined
  const value = head.slice(split[0].length)
  const named = leading(value)
  if (!named || !after.test(value.slice(named.end))) return undefined
  const rest = `${split[1]}: ${restAfter(body.slice(split[0].length + named.end))}`
  return { categories: named.categories, strength: 0.9, rest, where: 'component' }
}

function fromEnd(body: string): CategoryLabel | undefined {
  const tail = body.slice(-110).replace(/[\s.*_)\]]+$/, '')
  const words = wordsOf(tail)
  for (let at = Math.max(0, words.length - 9); at < words.length; at++) {
    const run = runFrom(words, at, tail)
    if (!run || run.end !== tail.length) continue
    const start = words[at]?.start ?? 0
    const before = tail.slice(0, start)
    if (
      /(?:[-–—:([>→|=]|→)\s*$/.test(before) ||
      (/[a-z.]\s+$/.test(before) && isUpper(tail.slice(start, run.end)))
    ) {
      const rest = body.slice(0, Math.max(0, body.length - (body.slice(-110).length - start)))
      return { categories: run.categories, strength: 0.88, rest, where: 'end' }
    }
    return undefined
  }
  return undefined
}

/** "Title (category): text" and "Title [category] - text". */
function fromBrackets(head: string, body: string): CategoryLabel | undefined {
  for (const match of head.slice(0, 160).matchAll(/[([]\s*([^()[\]]{1,60}?)\s*[)\]]\s*(?=[:.,–—-]|$)/g)) {
    if (match.index === 0) continue
    const value = match[1] ?? ''
    const named = leading(value)
    const isWhole = named && value.slice(named.end).replace(/[\s*_]/g, '') === ''
    const letters = /^[STRIDE](?:\s*[,/&+]\s*[STRIDE])*$/.test(value) ? lettersOf(value) : undefined
    if (!isWhole && !letters) continue
    const rest = `${body.slice(0, match.index)}: ${restAfter(body.slice(match.index + match[0].length))}`
    return {
      categories: letters ?? named?.categories ?? [],
      strength: letters ? 0.82 : 0.9,
      rest,
      where: 'end',
    }
  }
  return undefined
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && /[A-Z]{4}/.test(text)
}

/** The categories that a text starts with, and where their names end. */
function leading(text: string): { categories: Stride[]; end: number } | undefined {
  const words = wordsOf(text)
  if (!words[0] || /\S/.test(text.slice(0, words[0].start).replace(/[*_"'([`]/g, ''))) return undefined
  return runFrom(words, 0, text)
}

function runFrom(words: readonly Word[], from: number, text: string) {
  const found: NamedCategory[] = []
  let at = from
  while (at < words.length) {
    const named = categoryAt(words, at)
    if (!named) {
      if (found.length === 0 || !isLink(words, at)) break
      at++
      continue
    }
    const previous = found.at(-1)
    if (previous) {
      const gap = text.slice(words[previous.at + previous.length - 1]?.end, words[at]?.start)
      if (!joins.test(gap)) break
    }
    found.push(named)
    at += named.length
  }
  const last = found.at(-1)
  if (!last) return undefined
  const lettersAfter = [...new Set(found.map(({ letter }) => letter))]
  return { categories: lettersAfter, end: words[last.at + last.length - 1]?.end ?? 0 }
}

function isLink(words: readonly Word[], at: number): boolean {
  return (
    /^(?:and|or|y|e|ou|o|[stride])$/.test(words[at]?.text ?? '') && categoryAt(words, at + 1) !== undefined
  )
}

function lettersOf(text: string): Stride[] {
  return [...new Set(text.match(/[STRIDE]/g) ?? [])] as Stride[]
}

function restAfter(text: string): string {
  return text.replace(/^\s*(?:\(\s*[STRIDE](?:\s*[,/&+]\s*[STRIDE])*\s*\))?[\s:.,;=|\-–—>→)]*/, '').trim()
}
