import type { Stride } from '@/lib/model/judgement'

/** A category named at a place in a text: `length` words from word `at`. */
export type NamedCategory = { letter: Stride; at: number; length: number }
export type Word = { text: string; start: number; end: number }

// Each name as words; `~` marks a word that may be misspelt. Longest first.
const names: readonly [Stride, string][] = [
  ['D', '~denial of ~service attack'],
  ['S', '~suplantacion de ~identidad'],
  ['S', 'falsificacion de identidad'],
  ['I', '~divulgacion de la ~informacion'],
  ['I', '~divulgacion de ~informacion'],
  ['I', '~revelacion de ~informacion'],
  ['I', 'fuga de informacion'],
  ['D', '~denegacion de ~servicio'],
  ['D', '~denegacion del ~servicio'],
  ['E', '~elevacion de ~privilegios'],
  ['E', '~escalada de ~privilegios'],
  ['E', '~escalamiento de ~privilegios'],
  ['E', '~escalacion de ~privilegios'],
  ['I', '~divulgacao de ~informacoes'],
  ['I', '~divulgacao de ~informacao'],
  ['I', 'vazamento de ~informacoes'],
  ['D', '~negacao de ~servico'],
  ['E', '~elevacao de ~privilegios'],
  ['E', '~escalonamento de ~privilegios'],
  ['E', '~escalacao de ~privilegios'],
  ['T', 'manipulacion de datos'],
  ['T', '~tampering with ~data'],
  ['D', '~denial of ~service'],
  ['D', '~denial ~service'],
  ['E', '~elevation of ~privilege'],
  ['E', '~escalation of ~privilege'],
  ['E', '~elevate of ~privilege'],
  ['E', '~elevating ~privilege'],
  ['E', '~escalating ~privilege'],
  ['E', '~privilege ~escalation'],
  ['E', '~privilege ~elevation'],
  ['E', '~elevated ~privilege'],
  ['I', '~information ~disclosure'],
  ['I', 'info ~disclosure'],
  ['I', 'data ~disclosure'],
  ['I', '~information leakage'],
  ['I', '~information leak'],
  ['I', '~disclosure of ~information'],
  ['S', '~spoofing ~identity'],
  ['S', 'identity ~spoofing'],
  ['R', 'non ~repudiation'],
  ['S', '~spoofing'],
  ['S', '~suplantacion'],
  ['S', '~falsificacao'],
  ['S', '~personificacao'],
  ['T', '~tampering'],
  ['T', '~manipulacion'],
  ['T', '~alteracion'],
  ['T', '~adulteracao'],
  ['T', '~adulteracion'],
  ['T', '~manipulacao'],
  ['R', '~repudiation'],
  ['R', '~repudio'],
  ['I', '~disclosure'],
  ['I', '~divulgacion'],
  ['I', '~divulgacao'],
  ['D', 'dos'],
  ['D', 'ddos'],
  ['D', 'denial'],
  ['D', '~denegacion'],
  ['E', 'eop'],
  ['E', '~elevation'],
  ['E', '~elevacion'],
  ['E', '~elevacao'],
]
type Wanted = { plain: string; mayDiffer: boolean }
type Template = { letter: Stride; words: Wanted[] }

// By first letter, which a misspelling never changes here: most words of a text are looked up for nothing.
const templates = new Map<string, Template[]>()
for (const [letter, name] of names) {
  const words = name.split(' ').map((word) => ({ plain: word.replace('~', ''), mayDiffer: word[0] === '~' }))
  const first = words[0]?.plain[0] ?? ''
  templates.set(first, [...(templates.get(first) ?? []), { letter, words }])
}

/** The words of a text with their places; accents are dropped. */
export function wordsOf(text: string): Word[] {
  const plain = dropAccents(text)
  return [...plain.matchAll(/[A-Za-z][A-Za-z0-9]*/g)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Letters without accents; the length stays the same, so that places stay right. */
export function dropAccents(text: string): string {
  return text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD')[0] ?? letter)
}

/** The category whose name starts at word `at`, if one does. `exact` allows no misspelling. */
export function categoryAt(words: readonly Word[], at: number, exact = false): NamedCategory | undefined {
  for (const { letter, words: wanted } of templates.get(words[at]?.text[0] ?? '') ?? []) {
    if (wanted.every((word, offset) => fits(words[at + offset]?.text, word, exact)))
      return { letter, at, length: wanted.length }
  }
  return undefined
}

/** Words that are near to a name of a category and mean something else. */
const otherWords = /^remediat/

function fits(word: string | undefined, { plain, mayDiffer }: Wanted, exact: boolean): boolean {
  if (word === undefined || word[0] !== plain[0]) return false
  if (word === plain || word === `${plain}s`) return true
  if (exact || !mayDiffer || otherWords.test(word) || Math.abs(word.length - plain.length) > 3) return false
  return isNear(word.replace(/s$/, ''), plain.replace(/s$/, ''), plain.length >= 8 ? 2 : 1)
}

/** Whether at most `limit` letters were changed, added, dropped or swapped. */
function isNear(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return (last[b.length] ?? limit + 1) <= limit
}

const inflected: readonly [Stride, RegExp][] = [
  ['S', /\b(?:spoof(?:s|ed|ing|er)?|impersonat\w*|suplant\w+)\b/i],
  ['T', /\btamper(?:s|ed|ing)?\b/i],
  ['R', /\brepudiat\w*|\brepudi[ao]\w*/i],
  ['I', /\bdisclos\w+|\bdivulg\w+/i],
  [
    'D',
    /\bdenial[ -]of[ -]services?\b|\bd?dos\b|\bden(?:y|ied|ies|ying)\b(?= (?:of )?(?:service|to|access to the service))|\bden(?:ied|y|ies)\b/i,
  ],
  ['E', /\b(?:elevat|escalat)\w*|\beop\b/i],
]

/** Categories whose word, in any form, occurs in a text, in order of their place. */
export function inflectedCategories(text: string): { letter: Stride; at: number }[] {
  const plain = dropAccents(text)
  const found = new Map<Stride, number>()
  const add = (letter: Stride, at: number) => found.set(letter, Math.min(at, found.get(letter) ?? at))
  for (const [letter, pattern] of inflected) {
    const at = plain.search(pattern)
    if (at >= 0) add(letter, at)
  }
  const words = wordsOf(text)
  for (let at = 0; at < words.length; at++) {
    const named = categoryAt(words, at, true)
    if (!named) continue
    add(named.letter, words[at]?.start ?? 0)
    at += named.length - 1
  }
  return [...found].map(([letter, at]) => ({ letter, at })).sort((a, b) => a.at - b.at)
}

const hints: readonly [Stride, RegExp][] = [
  [
    'D',
    /overload|overwhelm|exhaust|unavailable|starv|crash|flood|out of memory|nothing left|fork bomb|fills? (?:up )?the disk|resource limits?|no limits?|cae\b|agota|sobrecarg|esgot/i,
  ],
  [
    'R',
    /no (?:audit|log|record|trace)|without (?:logs?|audit|trace)|cannot be traced|deny having|who did|accountab|sin registro|sem registro|ninguem sabe/i,
  ],
  [
    'E',
    /\broot\b|privileged|privileges?|cluster-?admin|break ?out|escape|take over the (?:host|node)|setuid|sudo/i,
  ],
  [
    'S',
    /pretend|pose as|fake|stolen (?:token|credential|certificate|key)|look-?alike|typo-?squat|man in the middle|mitm|masquerad|identity|unauthenticated|anonymous/i,
  ],
  [
    'T',
    /modif|alter|inject|poison|overwrit|rewrit|swap|backdoor|malicious (?:image|code)|integrity|replace|chang(?:e|ing)/i,
  ],
  [
    'I',
    /leak|expos|secrets?\b|passwords?|credentials?|sensitive|confidential|readable|sniff|eavesdrop|plain ?text|unencrypted|visible|steal/i,
  ],
]

/** The category that the meaning hints at most, if one is ahead. */
export function impliedCategory(text: string): Stride | undefined {
  const plain = dropAccents(text)
  const scored = hints.map(([letter, pattern]) => ({
    letter,
    count: [...plain.matchAll(new RegExp(pattern.source, 'gi'))].length,
  }))
  scored.sort((a, b) => b.count - a.count)
  return (scored[0]?.count ?? 0) > 0 ? scored[0]?.letter : undefined
}
