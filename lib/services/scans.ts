import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { listEvidence } from '@/lib/db/evidence-files'
import { findHead } from '@/lib/db/load-model'
import { listRuns, readChoices, readPlaces, readRun, removeRun } from '@/lib/db/scan-runs'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import {
  type EvidenceHead,
  type FindingChoice,
  isFailing,
  type RunHead,
  type ScanRun,
} from '@/lib/model/scan-run'
import { z } from '@/lib/model/zod'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'

export const ListInput = z.strictObject({ id: Id })
export const RunInput = z.strictObject({ id: Id, runId: Id })

/** What lies beside a model: its runs, what people said of names, what they chose, what they attached. */
export type ScansOfModel = {
  runs: RunHead[]
  places: Record<string, string[]>
  choices: FindingChoice[]
  evidence: EvidenceHead[]
}

/** The runs of a model and what people said of their findings. */
export async function listScans(
  actor: Actor,
  { id }: z.infer<typeof ListInput>,
): Promise<Result<ScansOfModel>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head || !can(actor, 'read-model', head)) return modelNotFound()
  const [runs, places, choices, evidence] = await Promise.all([
    listRuns(id),
    readPlaces(id),
    readChoices(id),
    listEvidence(id),
  ])
  return { ok: true, value: { runs, places, choices, evidence } }
}

/** More than a browser can show well; what failed comes first. */
const MAX_CHECKS = 20_000

/** A run with its verdicts; of very many, those that failed first. `left`: how many are not in the answer. */
export async function getScan(
  actor: Actor,
  { id, runId }: z.infer<typeof RunInput>,
): Promise<Result<ScanRun & { left: number }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head || !can(actor, 'read-model', head)) return modelNotFound()
  const run = await readRun(id, runId)
  if (!run) return runNotFound()
  const left = Math.max(0, run.checks.length - MAX_CHECKS)
  if (left === 0) return { ok: true, value: { ...run, left } }
  const failed = run.checks.filter(({ status }) => isFailing(run.tool, status))
  const others = run.checks.filter(({ status }) => !isFailing(run.tool, status))
  return { ok: true, value: { ...run, checks: [...failed, ...others].slice(0, MAX_CHECKS), left } }
}

/** Forgets a run. Facts that were learnt from it stay in the model, where they can be undone. */
export async function deleteScan(
  actor: Actor,
  { id, runId }: z.infer<typeof RunInput>,
): Promise<Result<{ id: string }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'import-scan', head)) return forbidden('remove scans')
  return (await removeRun(id, runId)) ? { ok: true, value: { id: runId } } : runNotFound()
}

function runNotFound() {
  return problem('not-found', 'There is no such run in this model. It may have been removed.')
}
