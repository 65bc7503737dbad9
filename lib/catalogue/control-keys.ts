import type { Catalogue } from '@/lib/catalogue/catalogue'
import { type ControlIndex, controlIndex, type IndexedControl } from '@/lib/catalogue/control-index'
import { controlWords } from '@/lib/catalogue/control-words'
import type { Control } from '@/lib/catalogue/entries'

/** What is known about a check: at least its number or its title. `version` is a benchmark or tool version, if known. */
type ControlQuery = {
  framework: Control['framework']
  id?: string | undefined
  title?: string | undefined
  version?: string | undefined
}

/**
 * `key`: the canonical key, absent when nothing fits or when number and title name different checks. `version`: the
 * one given, or the one assumed. `why`: how key and version were found. `mismatch`: what number and title disagree on.
 */
type ControlMatch = { key?: string; version?: string; why: string; mismatch?: string }

/** `shared`: words that title and check have both; `part`: how much of the title they make up. */
type Scored = { control: Control; score: number; shared: readonly string[]; part: number }

/** A title that fits this well names the check; below the second it says nothing about it. */
const FITS = 0.42
const SAYS_NOTHING = 0.2
const FITS_WELL = 0.7
/** A part of a title that no real title lacks in its own check: there it is nothing at all. */
const TELLING = 0.2

/** Which versions are meant when nobody says so, likeliest first. The tools' own numbering is what people paste. */
const assumed: Readonly<Record<string, { plain: string[]; scored: string[]; automated: string[] }>> = {
  'cis-docker': {
    plain: ['dbs-1.3.5', 'CIS-1.2.0', 'aqua-cis-1.3.1', 'dbs-1.6.0', 'CIS-1.6.0'],
    scored: ['CIS-1.2.0', 'dbs-1.3.5', 'aqua-cis-1.2', 'CIS-1.1.0', 'dbs-1.3.3', 'aqua-cis-1.1'],
    automated: ['aqua-cis-1.3.1', 'dbs-1.3.6', 'dbs-1.6.0', 'CIS-1.6.0', 'CIS-1.7.0', 'CIS-1.8.0'],
  },
}

/** Finds the canonical key of a benchmark check from its number, its title, or both. Never guesses a conflict away. */
export function findControl(catalogue: Pick<Catalogue, 'controls'>, query: ControlQuery): ControlMatch {
  const index = controlIndex(catalogue, query.framework)
  const number = query.id === undefined ? undefined : plainNumber(query.id)
  const byTitle = query.title ? rankByTitle(index, query.title, index.controls) : []
  if (number === undefined) return fromTitle(byTitle, query, index)

  const given = query.version === undefined ? undefined : resolveVersion(index, query.version)
  const sameNumber = index.byNumber.get(number) ?? []
  if (given) return fromVersion(given, number, sameNumber, byTitle)
  return fromNumber(number, sameNumber, byTitle, query, index)
}

/** A number as checks are numbered: without brackets and without the letter of a sub-check (`2.17.b` is `2.17`). */
function plainNumber(id: string): string {
  return id
    .trim()
    .replace(/^\D+/, '')
    .replace(/\.?[a-z]?\W*$/i, '')
}

/** The version's name in the catalogue: `v1.2.0`, `1.2` and `CIS-1.2.0` are one. */
function resolveVersion(index: ControlIndex, version: string): string | undefined {
  const wanted = version
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
  const exact = index.versions.find((one) => one.toLowerCase() === wanted)
  if (exact) return exact
  const tail = wanted.match(/\d+(?:\.\d+)*$/)?.[0]
  if (tail === undefined) return undefined
  const prefix = wanted.slice(0, -tail.length).replace(/[^a-z]+$/, '')
  const same = index.versions.filter((one) => {
    const own = one.match(/\d+(?:\.\d+)*$/)?.[0] ?? ''
    return own === tail || own.startsWith(`${tail}.`) || tail === `${own}.0`
  })
  return same.find((one) => prefix && one.toLowerCase().startsWith(prefix)) ?? same[0]
}

function fromTitle(byTitle: readonly Scored[], query: ControlQuery, index: ControlIndex): ControlMatch {
  const [best, next] = byTitle
  if (!best || best.score < FITS || (next && next.score > best.score * 0.92)) {
    return { why: 'No number is given, and no title fits well enough.' }
  }
  const version = preferredVersion(index, query, Object.keys(best.control.numbers))
  return withVersion(
    { key: best.control.id, why: `No number is given: "${best.control.label}" fits the title.` },
    version,
  )
}

function fromVersion(
  version: string,
  number: string,
  sameNumber: readonly IndexedControl[],
  byTitle: readonly Scored[],
): ControlMatch {
  const inVersion = sameNumber.filter(({ control }) => control.numbers[version] === number)
  const chosen = bestOf(inVersion, byTitle)
  if (!chosen) return { version, why: `Version ${version} has no check ${number}.` }
  const why = `Number ${number} in version ${version}.`
  const rival = rivalOf(chosen, inVersion, byTitle)
  if (!rival) return { key: chosen.id, version, why }
  return { key: chosen.id, version, why, mismatch: describeMismatch(number, chosen, rival) }
}

function fromNumber(
  number: string,
  sameNumber: readonly IndexedControl[],
  byTitle: readonly Scored[],
  query: ControlQuery,
  index: ControlIndex,
): ControlMatch {
  const scoreOf = (id: string) => byTitle.find(({ control }) => control.id === id)?.score ?? 0
  const usual = preferredVersion(
    index,
    query,
    sameNumber.flatMap(({ control }) => versionsWith(control, number)),
  )
  const usualHere = sameNumber.find(({ control }) => usual !== undefined && control.numbers[usual] === number)
  const chosen = bestOf(sameNumber, byTitle, SAYS_NOTHING) ?? usualHere?.control
  if (!chosen) {
    const [best] = byTitle
    if (best && best.score >= FITS)
      return {
        why: `No version has a check ${number}.`,
        mismatch: `No version has a check ${number}; the title fits "${best.control.label}" (${best.control.id}).`,
      }
    return { why: `No version has a check ${number}.` }
  }
  const rival = rivalOf(chosen, sameNumber, byTitle)
  if (rival) {
    const mismatch = describeMismatch(number, chosen, rival)
    return withVersion({ why: 'Number and title name different checks.', mismatch }, usual)
  }
  const version = preferredVersion(index, query, versionsWith(chosen, number))
  const why = explain(number, version, query, sameNumber.length > 1 && scoreOf(chosen.id) > SAYS_NOTHING)
  return withVersion({ key: chosen.id, why }, version)
}

function explain(
  number: string,
  version: string | undefined,
  query: ControlQuery,
  titleDecided: boolean,
): string {
  const hint = hintOf(query.title)
  const parts = [`Number ${number}, read as version ${version}`]
  if (titleDecided) parts.push('the only numbering in which it has this title')
  else if (hint === 'scored') parts.push('"Scored" stands in versions of the 1.2 era')
  else if (hint === 'automated') parts.push('"Automated" and "Manual" stand in versions from 1.3.1 on')
  else parts.push('the version is not stated')
  return `${parts.join(': ')}.`
}

function rankByTitle(index: ControlIndex, title: string, among: readonly IndexedControl[]): Scored[] {
  const words = controlWords(title)
  const sum = (list: Iterable<string>) => [...list].reduce((total, word) => total + index.weight(word), 0)
  const whole = sum(words)
  if (whole === 0) return []
  return among
    .map(({ control, words: own }) => {
      const shared = words.filter((word) => own.has(word))
      const weight = sum(shared)
      return {
        control,
        score: weight / Math.sqrt(whole * Math.max(sum(own), 1)),
        shared,
        part: weight / whole,
      }
    })
    .sort((a, b) => b.score - a.score || (a.control.id < b.control.id ? -1 : 1))
}

function bestOf(
  among: readonly IndexedControl[],
  byTitle: readonly Scored[],
  atLeast = 0,
): Control | undefined {
  const ids = new Set(among.map(({ control }) => control.id))
  const best = byTitle.find(({ control }) => ids.has(control.id))
  if (best && best.score > atLeast) return best.control
  return atLeast === 0 ? among[0]?.control : undefined
}

/** Another check that the title clearly names, while it says next to nothing about the chosen one. */
function rivalOf(
  chosen: Control,
  sameNumber: readonly IndexedControl[],
  byTitle: readonly Scored[],
): Control | undefined {
  const [best] = byTitle
  if (!best || best.score < FITS || sameNumber.some(({ control }) => control.id === best.control.id))
    return undefined
  const own = byTitle.find(({ control }) => control.id === chosen.id)
  const isClear = (own?.score ?? 0) < best.score * 0.55 || (own && saysMore(best, own))
  return isClear ? best.control : undefined
}

/** Two checks share most of their words, and the title has a telling one that only the first of them has. */
function saysMore(best: Scored, own: Scored): boolean {
  return (
    best.score >= FITS_WELL &&
    best.part - own.part >= TELLING &&
    own.shared.every((word) => best.shared.includes(word))
  )
}

function describeMismatch(number: string, chosen: Control, rival: Control): string {
  const numbers = [...new Set(Object.values(rival.numbers))].join(', ')
  return `Number ${number} is "${chosen.label}" (${chosen.id}), but the title is that of "${rival.label}" (${rival.id}, number ${numbers}).`
}

function versionsWith(control: Control, number: string): string[] {
  return Object.keys(control.numbers).filter((version) => control.numbers[version] === number)
}

function hintOf(title: string | undefined): 'scored' | 'automated' | 'plain' {
  if (title && /\((?:not )?scored\)/i.test(title)) return 'scored'
  return title && /\((?:automated|manual)\)/i.test(title) ? 'automated' : 'plain'
}

function preferredVersion(
  index: ControlIndex,
  query: ControlQuery,
  among: readonly string[],
): string | undefined {
  const order = assumed[query.framework]?.[hintOf(query.title)] ?? []
  return (
    order.find((version) => among.includes(version)) ?? index.versions.findLast((one) => among.includes(one))
  )
}

function withVersion(match: ControlMatch, version: string | undefined): ControlMatch {
  return version === undefined ? match : { ...match, version }
}
