import { lessonsOf, type PlacedCheck } from '@/lib/analysis/findings/place-checks'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { joinKey } from '@/lib/model/keys'
import type { RunCheck, ScanPlaces } from '@/lib/model/scan-run'

/** One verdict at one place, with what it bears on. */
export type Finding = PlacedCheck & {
  /** Check and place: the same in every run and every version of a benchmark. */
  finding: string
  /** Keys of the rows of the threat list that it confirms or counters. */
  threats: string[]
  mitigationIds: string[]
}

/** The name of a verdict at a place, by which it is found again in another run. */
export function findingName({
  key,
  elementId,
  name,
}: Pick<PlacedCheck, 'key' | 'elementId' | 'name'>): string {
  return joinKey(key, elementId ?? name ?? '')
}

/** What checks bear on, worked out once for a model. */
export type FindingLinks = {
  threatsOf(key: string): ReadonlySet<string>
  mitigationsOf(key: string): readonly string[]
  rowsOf(threatId: string): readonly ThreatRow[]
}

/** Prepares the links from checks to threats and mitigations. */
export function findingLinks(catalogue: Catalogue, rows: readonly ThreatRow[]): FindingLinks {
  const threats = new Map<string, Set<string>>()
  const mitigations = new Map<string, string[]>()
  for (const { id, controls } of catalogue.pack.mitigations)
    for (const key of controls) mitigations.set(key, [...(mitigations.get(key) ?? []), id])
  for (const { id, rules } of catalogue.pack.threats)
    for (const key of rules) threats.set(key, (threats.get(key) ?? new Set<string>()).add(id))
  const byMitigation = new Map<string, string[]>()
  for (const { id, mitigations: named } of catalogue.pack.threats)
    for (const one of named) byMitigation.set(one, [...(byMitigation.get(one) ?? []), id])
  const byThreat = new Map<string, ThreatRow[]>()
  for (const row of rows) byThreat.set(row.threatId, [...(byThreat.get(row.threatId) ?? []), row])
  const none: ReadonlySet<string> = new Set()
  return {
    // A rule of a threat reports that very weakness; without one, what its mitigations are against.
    threatsOf: (key) =>
      threats.get(key) ??
      (mitigations.has(key)
        ? new Set((mitigations.get(key) ?? []).flatMap((id) => byMitigation.get(id) ?? []))
        : none),
    mitigationsOf: (key) => mitigations.get(key) ?? [],
    rowsOf: (threatId) => byThreat.get(threatId) ?? [],
  }
}

/** The findings of placed checks. Threats are those on the component itself, or that rest on a fact of it. */
export function listFindings(
  placed: readonly PlacedCheck[],
  links: FindingLinks,
  catalogue: Catalogue,
): Finding[] {
  return placed.map((one) => {
    const { key, elementId, check } = one
    const attributes = new Set(lessonsOf(catalogue, check).map(({ attribute }) => attribute))
    const ids = [...links.threatsOf(key)]
    const rows = ids.flatMap((id) => links.rowsOf(id))
    const threats = rows
      .filter((row) => row.elementId === elementId || restsOn(row, elementId, attributes))
      .map((row) => row.key)
    const own = links.mitigationsOf(key)
    const named = own.length > 0 ? byThreat(own, ids, catalogue) : mitigationsOf(ids, catalogue)
    return { ...one, finding: findingName(one), threats, mitigationIds: [...new Set(named)] }
  })
}

function restsOn(
  { because }: ThreatRow,
  elementId: string | null,
  attributes: ReadonlySet<string | undefined>,
): boolean {
  return because.some(
    (item) => item.kind === 'fact' && item.elementId === elementId && attributes.has(item.attribute),
  )
}

/** What the threats that the check reports name first comes first. */
function byThreat(own: readonly string[], threatIds: readonly string[], catalogue: Catalogue): string[] {
  const named = threatIds.flatMap((id) => catalogue.threats.get(id)?.mitigations ?? [])
  const rank = (id: string) => (named.includes(id) ? named.indexOf(id) : named.length)
  return own.toSorted((a, b) => rank(a) - rank(b))
}

/** A scanner's rule meets no control of a benchmark: what counters its threat comes first. */
function mitigationsOf(threatIds: readonly string[], catalogue: Catalogue): string[] {
  return threatIds.flatMap((id) => catalogue.threats.get(id)?.mitigations.slice(0, 2) ?? [])
}

/** Where a run names what no component could be found for, and what `said` places by hand. */
export function unplacedTargets(
  placed: readonly PlacedCheck[],
  said: ScanPlaces = {},
): { target: string; checks: RunCheck[] }[] {
  const targets = new Map<string, Set<RunCheck>>()
  for (const { elementId, target, check } of placed) {
    if (target === null || (elementId !== null && !Object.hasOwn(said, target))) continue
    targets.set(target, (targets.get(target) ?? new Set<RunCheck>()).add(check))
  }
  return [...targets]
    .map(([target, checks]) => ({ target, checks: [...checks] }))
    .sort((a, b) => b.checks.length - a.checks.length || (a.target < b.target ? -1 : 1))
}
