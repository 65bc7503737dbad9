import type { PlacedCheck } from '@/lib/analysis/findings/place-checks'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import type { MitigationState } from '@/lib/model/judgement'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A mitigation that a run proves to be in place, or disproves. */
export type Proof = { state: MitigationState; verdict: 'pass' | 'fail'; keys: string[] }

const notYet: ReadonlySet<MitigationState['status']> = new Set(['proposed', 'planned', 'implemented'])

/**
 * Mitigations on whose way a run says something: one whose checks pass on its component is proved, one that was called
 * in place and has a check that fails there is disproved. Mitigations that nobody means to take are left alone.
 */
export function proveMitigations(
  placed: readonly PlacedCheck[],
  model: ThreatModel,
  catalogue: Catalogue,
): Proof[] {
  const said = new Map<string, Map<string, 'pass' | 'fail'>>()
  for (const { elementId, key, verdict } of placed) {
    if (elementId === null || verdict === 'none') continue
    const here = said.get(elementId) ?? new Map<string, 'pass' | 'fail'>()
    said.set(elementId, here)
    if (here.get(key) !== 'fail') here.set(key, verdict)
  }
  return Object.values(model.mitigationStates).flatMap((state): Proof[] => {
    const here = said.get(state.elementId)
    const tried = (catalogue.mitigations.get(state.mitigationId)?.controls ?? []).filter((key) =>
      here?.has(key),
    )
    const failed = tried.filter((key) => here?.get(key) === 'fail')
    if (tried.length === 0) return []
    if (failed.length === 0 && notYet.has(state.status)) return [{ state, verdict: 'pass', keys: tried }]
    const wasInPlace = state.status === 'verified' || state.status === 'implemented'
    return failed.length > 0 && wasInPlace ? [{ state, verdict: 'fail', keys: failed }] : []
  })
}

/** The edits that follow: proved mitigations are verified, with the run that proves it; disproved ones are planned again. */
export function proofEdits(proofs: readonly Proof[], runId: string): Edit[] {
  return proofs.map(({ state, verdict }): Edit => {
    const { evidence: _, ...rest } = state
    const value: MitigationState =
      verdict === 'pass' ? { ...rest, status: 'verified', evidence: [runId] } : { ...rest, status: 'planned' }
    return {
      type: 'set-mitigation',
      elementId: state.elementId,
      mitigationId: state.mitigationId,
      value,
      was: state,
    }
  })
}
