import type { Catalogue } from '@/lib/catalogue/catalogue'
import { findControl } from '@/lib/catalogue/control-keys'
import { benchmarkOf } from '@/lib/importers/scans/bench/benchmarks'
import { inferVersion } from '@/lib/importers/scans/infer-version'
import type {
  FoundCheck,
  FoundScan,
  ScanBenchmark,
  ScanCheck,
  ScanExtract,
} from '@/lib/importers/scans/scan-extract'
import { toLine } from '@/lib/model/to-line'

type Resolved = Pick<ScanCheck, 'id' | 'key' | 'mismatch' | 'title'>

/** Gives every check of a benchmark its canonical key, with the version it was read as and what does not agree. */
export function resolveKeys(catalogue: Pick<Catalogue, 'controls'>, found: FoundScan): ScanExtract {
  const { benchmark, checks, ...rest } = found
  if (!benchmark) {
    return {
      ...rest,
      benchmark: null,
      versionWhy: null,
      checks: checks.map((check) => ({ ...check, mismatch: null })),
    }
  }
  const { version, why } = inferVersion(catalogue, benchmark, checks)
  const seen = new Map<string, Resolved>()
  const resolved = checks.map((check) => {
    const once = `${check.id}\0${check.title}`
    const known = seen.get(once) ?? resolve(catalogue, benchmark, version, check)
    seen.set(once, known)
    return { ...check, ...known }
  })
  return {
    ...rest,
    benchmark: benchmark.name,
    benchmarkVersion: found.benchmarkVersion ?? (version ? benchmarkOf(version) : null),
    versionWhy: version ? `${version}: ${why}` : why,
    checks: resolved,
    warnings: [...rest.warnings, ...mismatchWarning(resolved)],
  }
}

function resolve(
  catalogue: Pick<Catalogue, 'controls'>,
  { framework, numbersCount }: ScanBenchmark,
  version: string | undefined,
  { id, title, key }: FoundCheck,
): Resolved {
  const asFound = { id, key, mismatch: null, title }
  if (key !== null || (id !== '' && !/\d/.test(id)) || /^[CV][.-]/i.test(id)) return asFound
  const byNumber = numbersCount && id !== ''
  if (!title && !byNumber) return asFound
  const match = findControl(catalogue, {
    framework,
    version,
    title: title || undefined,
    id: byNumber ? id : undefined,
  })
  const control = match.key === undefined ? undefined : catalogue.controls.get(match.key)
  return {
    // A check that was printed without its number has the one it has in this version.
    id: id || (version && control?.numbers[version]) || '',
    key: match.key ?? null,
    mismatch: match.mismatch ?? null,
    // Some files hold no titles; the check's own label stands in.
    title: title || toLine(control?.label ?? ''),
  }
}

function mismatchWarning(checks: readonly ScanCheck[]): string[] {
  const count = checks.filter(({ mismatch }) => mismatch !== null).length
  if (count === 0) return []
  return [
    `${count} ${count === 1 ? 'check has a number and a title' : 'checks have numbers and titles'} that do not belong together.`,
  ]
}
