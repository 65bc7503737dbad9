import type { Context } from '@/lib/analysis/context'
import { evidenceKey } from '@/lib/analysis/explain-condition'
import type { Evidence, FactEvidence, Verdict } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import { decisionKey } from '@/lib/model/keys'

/**
 * Names for each raised verdict of one element the verdict whose cause is its own too, so that a list shows one row a
 * cause: because the catalogue says so (`foldsUnder`), or because all it rests on follows from that verdict's facts
 * (privileged switches seccomp off).
 */
export function foldByCause(context: Context, verdicts: Verdict[]): Verdict[] {
  const raised = verdicts.filter((verdict) => verdict.state === 'raised')
  if (raised.length < 2) return verdicts
  const parents = new Map<Verdict, Verdict>()
  for (const verdict of raised) {
    const parent = declaredCause(context, verdict, raised) ?? factCause(verdict, raised)
    if (parent) parents.set(verdict, parent)
  }
  if (parents.size === 0) return verdicts
  return verdicts.map((verdict) => {
    const root = parents.has(verdict) ? rootOf(verdict, parents) : verdict
    return root === verdict ? verdict : { ...verdict, causeId: decisionKey(root) }
  })
}

function declaredCause(context: Context, verdict: Verdict, raised: readonly Verdict[]): Verdict | undefined {
  const causes = context.catalogue.threats.get(verdict.threatId)?.foldsUnder ?? []
  for (const cause of causes) {
    const found = raised.find((other) => other.threatId === cause && other !== verdict)
    if (found) return found
  }
  return undefined
}

function factCause(verdict: Verdict, raised: readonly Verdict[]): Verdict | undefined {
  const roots = derivedRoots(verdict.because)
  if (roots.length === 0) return undefined
  const owners = raised.filter((other) => other !== verdict && owns(other, roots))
  return owners.toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity))[0]
}

/** The facts that everything follows from; none unless every fact is a derived one. */
function derivedRoots(because: readonly Evidence[]): string[] {
  const facts = because.filter((item): item is FactEvidence => item.kind === 'fact')
  if (facts.length === 0 || facts.some((fact) => fact.origin !== 'derived')) return []
  return facts.flatMap((fact) => fact.from ?? []).map(evidenceKey)
}

function owns(verdict: Verdict, roots: readonly string[]): boolean {
  const direct = new Set(
    verdict.because.filter((item) => item.kind === 'fact' && item.origin !== 'derived').map(evidenceKey),
  )
  return roots.every((root) => direct.has(root))
}

/** The top of the chain; a catalogue that folds two threats under each other gets the first of them. */
function rootOf(verdict: Verdict, parents: ReadonlyMap<Verdict, Verdict>): Verdict {
  const seen = new Set([verdict])
  let top = verdict
  for (let next = parents.get(top); next && !seen.has(next); next = parents.get(top)) {
    seen.add(next)
    top = next
  }
  return top
}
