import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { CompiledThreat } from '@/lib/catalogue/pack'
import { stemsOf } from '@/lib/coursework/model/stems'
import type { Stride } from '@/lib/model/judgement'

/** A guess which entry of the catalogue a statement is about, with its reasons. Ranked; a person confirms. */
export type Match = { threatId: string; title: string; score: number; reasons: string[] }

/** What is known of a statement. */
export type Statement = {
  platform: 'docker' | 'kubernetes' | 'other'
  categories: readonly Stride[]
  component: string | null
  text: string
}

type Entry = {
  threat: CompiledThreat
  weights: Map<string, number>
  types: ReadonlySet<string>
  length: number
}
type Index = { entries: Entry[]; rarity: Map<string, number>; meanLength: number }

const indexes = new WeakMap<object, Index>()

const BM25_K = 1.2
const BM25_B = 0.6

/** The entries that a statement is most likely about: by its words, its category and the component it names. */
export function matchThreats(statement: Statement, catalogue: Catalogue, take = 5): Match[] {
  const { entries, rarity, meanLength } = indexOf(catalogue)
  const words = new Map<string, number>()
  for (const word of stemsOf(statement.text)) words.set(word, Math.min(3, (words.get(word) ?? 0) + 1))
  const spelt = spellingsOf(statement.text)
  const scored = entries.flatMap(({ threat, weights, types, length }) => {
    if (!isOf(statement.platform, threat.platform)) return []
    const shared: [string, number][] = []
    for (const [word, count] of words) {
      const weight = weights.get(word)
      if (weight === undefined) continue
      const norm = weight + BM25_K * (1 - BM25_B + (BM25_B * length) / meanLength)
      shared.push([
        word,
        (rarity.get(word) ?? 0) * ((weight * (BM25_K + 1)) / norm) * (1 + 0.2 * (count - 1)),
      ])
    }
    const byWords = shared.reduce((sum, [, value]) => sum + value, 0)
    const isOwn = statement.categories.some((letter) => threat.stride.includes(letter))
    const isAlso = statement.categories.some((letter) => threat.alsoStride.includes(letter))
    const isOn = statement.component !== null && types.has(statement.component)
    const score = byWords + (isOwn ? 9 : isAlso ? 3.5 : 0) + (isOn ? 3 : 0)
    const best = shared
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([word]) => spelt.get(word) ?? word)
    const reasons = [
      ...(isOwn ? ['same category'] : isAlso ? ['a category that it also touches'] : []),
      ...(isOn ? [`on ${statement.component}`] : []),
      ...(best.length > 0 ? [`words in common: ${best.join(', ')}`] : []),
    ]
    return [{ threatId: threat.id, title: threat.title, score: Math.round(score * 100) / 100, reasons }]
  })
  return scored.sort((a, b) => b.score - a.score || (a.threatId < b.threatId ? -1 : 1)).slice(0, take)
}

/** For each stem the word of the text that it first came from: what is said to people has no stems. */
function spellingsOf(text: string): Map<string, string> {
  const spelt = new Map<string, string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu))
    for (const stem of stemsOf(word)) if (!spelt.has(stem)) spelt.set(stem, word)
  return spelt
}

/** The entries that a check reports, by its canonical key. */
export function threatsOfKey(key: string, catalogue: Catalogue): Match[] {
  return indexOf(catalogue)
    .entries.flatMap(({ threat }) => {
      const isRule = threat.rules.includes(key)
      const isMet = threat.mitigations.some((id) => catalogue.mitigations.get(id)?.controls.includes(key))
      if (!isRule && !isMet) return []
      const reasons = [isRule ? `reported by ${key}` : `a mitigation of it meets ${key}`]
      return [{ threatId: threat.id, title: threat.title, score: isRule ? 2 : 1, reasons }]
    })
    .sort((a, b) => b.score - a.score || (a.threatId < b.threatId ? -1 : 1))
}

function isOf(platform: Statement['platform'], entry: string): boolean {
  if (platform === 'docker') return entry !== 'kubernetes'
  return platform === 'kubernetes' ? entry !== 'docker' : true
}

function indexOf(catalogue: Catalogue): Index {
  const known = indexes.get(catalogue)
  if (known) return known
  const entries = [...catalogue.threats.values()].map((threat): Entry => {
    const weights = new Map<string, number>()
    const add = (text: string, weight: number) => {
      for (const word of stemsOf(text)) weights.set(word, (weights.get(word) ?? 0) + weight)
    }
    add(threat.title, 2.2)
    add(threat.description, 1)
    const types = new Set(threat.targets.map(({ type }) => type))
    for (const id of threat.mitigations.slice(0, 6)) add(catalogue.mitigations.get(id)?.title ?? '', 0.4)
    for (const type of types) add(catalogue.componentTypes.get(type)?.label ?? '', 0.3)
    return { threat, weights, types, length: [...weights.values()].reduce((sum, value) => sum + value, 0) }
  })
  const counts = new Map<string, number>()
  for (const { weights } of entries)
    for (const word of weights.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const rarity = new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + (entries.length - count + 0.5) / (count + 0.5))]),
  )
  const meanLength = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length)
  const made = { entries, rarity, meanLength }
  indexes.set(catalogue, made)
  return made
}
