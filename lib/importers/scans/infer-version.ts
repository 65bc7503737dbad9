import type { Catalogue } from '@/lib/catalogue/catalogue'
import { findControl } from '@/lib/catalogue/control-keys'
import type { FoundCheck, ScanBenchmark } from '@/lib/importers/scans/scan-extract'

/** The numbering that a file's checks follow, as the catalogue names it, and why it is thought so. */
export type InferredVersion = { version?: string; why: string }

const MAX_CHECKS = 300
/** What it costs a version when a title ends as in the other era: it breaks ties, and never outweighs a number. */
const OTHER_ERA = 0.1

/**
 * Which version's numbering fits best: the one stated, unless titles and numbers clearly follow another one. Titles that
 * name one check for sure vote for every version that gives this check this number.
 */
export function inferVersion(
  catalogue: Pick<Catalogue, 'controls'>,
  benchmark: ScanBenchmark,
  checks: readonly FoundCheck[],
): InferredVersion {
  if (!benchmark.numbersCount)
    return { why: 'This benchmark has a numbering of its own. Checks are found by their titles.' }
  const numbers = numbersByVersion(catalogue, benchmark)
  const votes = countVotes(catalogue, benchmark, checks, numbers)
  const stated = benchmark.stated && numbers.has(benchmark.stated) ? benchmark.stated : undefined
  const best = [...votes].reduce<[string, number] | undefined>(
    (first, entry) =>
      !first || entry[1] > first[1] || (entry[1] === first[1] && isPreferred(benchmark, entry[0], first[0]))
        ? entry
        : first,
    undefined,
  )
  if (stated && (!best || best[1] <= (votes.get(stated) ?? 0) + Math.max(2, checks.length * 0.08)))
    return { version: stated, why: 'The file states this version.' }
  if (!best || best[1] <= 0) return { why: 'Neither the file nor its checks tell the version.' }
  const also = [...votes]
    .filter(([version, count]) => count === best[1] && version !== best[0])
    .map(([version]) => version)
  const told = `Numbers and titles fit ${best[0]} best${also.length > 0 ? ` (and ${also.join(', ')} as well)` : ''}`
  return {
    version: best[0],
    why: benchmark.stated
      ? `${told}, not ${benchmark.stated}, which the file states.`
      : `${told}; the file does not state a version.`,
  }
}

function numbersByVersion(
  catalogue: Pick<Catalogue, 'controls'>,
  { framework, numberings }: ScanBenchmark,
): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>()
  for (const control of catalogue.controls.values()) {
    if (control.framework !== framework) continue
    for (const [version, number] of Object.entries(control.numbers)) {
      if (!numberings.some((beginning) => version.startsWith(beginning))) continue
      const own = numbers.get(version) ?? new Set<string>()
      numbers.set(version, own)
      own.add(number)
    }
  }
  return numbers
}

function countVotes(
  catalogue: Pick<Catalogue, 'controls'>,
  { framework }: ScanBenchmark,
  checks: readonly FoundCheck[],
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, number> {
  const votes = new Map([...numbers.keys()].map((version) => [version, 0]))
  for (const { id, title } of checks.slice(0, MAX_CHECKS)) {
    const plain = id.replace(/\.?[a-z]$/, '')
    const key = title ? findControl(catalogue, { framework, title }).key : undefined
    const named = key ? catalogue.controls.get(key) : undefined
    const era = eraOfTitle(title)
    for (const [version, own] of numbers) {
      const number = named?.numbers[version]
      const vote = number === undefined ? (own.has(plain) ? 0 : -0.5) : number === plain ? 1 : -1
      const isOtherEra = era !== undefined && (eraOfVersion(version) ?? era) !== era
      votes.set(version, (votes.get(version) ?? 0) + vote - (isOtherEra ? OTHER_ERA : 0))
    }
  }
  return votes
}

/** Titles said whether a check counts ("Scored") before they said whether a machine can judge it ("Automated"). */
function eraOfTitle(title: string): 'scored' | 'automated' | undefined {
  const end = title.slice(-40)
  if (/\((?:not )?scored\)/i.test(end)) return 'scored'
  return /\((?:automated|manual)\)/i.test(end) ? 'automated' : undefined
}

/** The last versions of each benchmark that say "Scored"; one of the tools mixes both words and tells nothing. */
function eraOfVersion(version: string): 'scored' | 'automated' | undefined {
  if (version.startsWith('dbs-')) return undefined
  return /^(?:(?:aqua-cis|CIS)-1\.[0-2](?:\.\d+)?|cis-1\.5)$/.test(version) ? 'scored' : 'automated'
}

/** The tool's own numbering before the benchmark's, the likeliest before others, the newer before the older. */
function isPreferred({ numberings, likeliest = [] }: ScanBenchmark, version: string, other: string): boolean {
  const rank = (one: string) => numberings.findIndex((beginning) => one.startsWith(beginning))
  if (rank(version) !== rank(other)) return rank(version) < rank(other)
  const place = (one: string) => (likeliest.includes(one) ? likeliest.indexOf(one) : likeliest.length)
  return place(version) === place(other) ? isNewer(version, other) : place(version) < place(other)
}

/** Versions in the order they came out: Kubernetes 1.24 before 1.7, which continues the benchmark's own count. */
function isNewer(version: string, other: string): boolean {
  return releaseOf(version).localeCompare(releaseOf(other), 'en', { numeric: true }) > 0
}

function releaseOf(version: string): string {
  const number = version.replace(/^\D+/, '')
  return version.startsWith('cis-1.') && ['1.5', '1.6', '1.20', '1.23', '1.24'].includes(number)
    ? `0.${number}`
    : number
}
