import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { listEvidence } from '@/lib/db/evidence-files'
import { findHead } from '@/lib/db/load-model'
import { listRuns, readChoices, readPlaces, readRun } from '@/lib/db/scan-runs'
import type { RunHead } from '@/lib/model/scan-run'
import type { FindingsInput } from '@/lib/reports/build-findings'

const MAX_TOOLS = 8

/**
 * What a report tells of findings: of each tool its first and its latest run, with what people said. Nothing of a model
 * that is not the caller's to read.
 */
export async function findingsForReport(actor: Actor, modelId: string): Promise<FindingsInput> {
  const model = await findHead(database().client, actor.workspaceId, modelId)
  if (!model || !can(actor, 'read-model', model)) return { scans: [], places: {}, choices: [], evidence: [] }
  const [runs, places, choices, evidence] = await Promise.all([
    listRuns(modelId),
    readPlaces(modelId),
    readChoices(modelId),
    listEvidence(modelId),
  ])
  const byTool = new Map<string, RunHead[]>()
  for (const run of runs) byTool.set(run.tool, [...(byTool.get(run.tool) ?? []), run])
  const scans: FindingsInput['scans'][number][] = []
  for (const [latest, ...earlier] of [...byTool.values()].slice(0, MAX_TOOLS)) {
    const first = earlier.at(-1)
    const after = latest && (await readRun(modelId, latest.id))
    const before = first && (await readRun(modelId, first.id))
    if (after) scans.push({ before, after })
  }
  return { scans, places, choices, evidence }
}
