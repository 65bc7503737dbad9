import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { findCatalogue } from '@/lib/db/packs'
import { countRuns, keepRun } from '@/lib/db/scan-runs'
import type { UnreadableFile } from '@/lib/importers/extract'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { RunHead } from '@/lib/model/scan-run'
import { toLine } from '@/lib/model/to-line'
import { z } from '@/lib/model/zod'
import { parseLimits } from '@/lib/services/parse-limits'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'
import { scanInWorker } from '@/lib/workers/parse-in-worker'
import type { ScanOfFile, ScanTaken } from '@/lib/workers/read-scan-task'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

/** `run`: which run of a log with many, from 1; the last when absent. */
export const Input = z.strictObject({ id: Id, run: z.int().min(1).max(1_000_000).optional() })

/** Files as they arrived; of an archive, the scans in it are taken. */
export type Upload = { files: readonly GivenFile[] }

/** `known`: of the very same file, so kept before. */
export type ImportedScans = {
  runs: { head: RunHead; isNew: boolean; unexplained: string[]; warnings: string[] }[]
  unreadable: UnreadableFile[]
}

const MAX_FILES = 20
const MAX_RUNS = 500

/**
 * Reads the output of scanners off the request thread and keeps it beside the model, as verdicts without secrets. The
 * model itself is not changed: what a run teaches is a plan that a person looks at and commits.
 */
export async function importScan(
  actor: Actor,
  { id, run }: z.infer<typeof Input>,
  upload: Upload,
  now = () => new Date(),
): Promise<Result<ImportedScans>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'import-scan', head)) return forbidden('import scans')
  if (upload.files.length > MAX_FILES)
    return problem('too-large', `At most ${MAX_FILES} scans are taken at once.`)
  const room = MAX_RUNS - (await countRuns(id))
  if (upload.files.length > room)
    return problem('too-large', `A model keeps at most ${MAX_RUNS} runs. Remove some first.`)
  const catalogue = await findCatalogue(head.catalogueHash)
  if (!catalogue) return problem('conflict', 'The catalogue of this model is not on this server.')
  const imported: ImportedScans = { runs: [], unreadable: [] }
  for (const file of upload.files) {
    const answer = await scanInWorker(
      {
        files: [file],
        controls: catalogue.pack.controls,
        most: Math.min(MAX_FILES, room) - imported.runs.length,
        ...(run !== undefined && { run }),
      },
      parseLimits(),
      actor.workspaceId,
    )
    if ('refused' in answer) imported.unreadable.push({ file: file.path, sentence: answer.refused })
    else for (const one of answer) await keep(one)
  }
  return { ok: true, value: imported }

  async function keep({ path, taken }: ScanOfFile): Promise<void> {
    if (!taken.ok) {
      const { line, sentence } = taken
      imported.unreadable.push({ file: path, sentence, ...(line !== undefined && { line }) })
      return
    }
    const { unexplained, warnings } = taken.extract
    const described = toRun(taken, path, { by: actor.name, at: now().toISOString() })
    const kept = await keepRun(id, described, { checksJson: taken.checksJson, unexplained, warnings })
    imported.runs.push({ ...kept, unexplained: unexplained.slice(0, 100), warnings })
  }
}

/** Some tools write seconds since 1970. */
function toMoment(startedAt: string): string {
  return /^\d{10}$/.test(startedAt) ? new Date(Number(startedAt) * 1000).toISOString() : startedAt
}

function toRun(
  { extract, counts, digest, length }: Extract<ScanTaken, { ok: true }>,
  path: string,
  stamp: { by: string; at: string },
): Omit<RunHead, 'number'> {
  const { startedAt, unexplained: _unexplained, warnings: _warnings, ...rest } = extract
  return {
    ...rest,
    id: randomUUID(),
    // A tool's name becomes part of a fact's slot.
    tool: rest.tool.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[^A-Za-z]+/, '') || 'scanner',
    startedAt: startedAt === null ? null : toLine(toMoment(startedAt), 100),
    file: { name: toLine(path, 300) || 'scan', digest, length },
    counts,
    importedAt: stamp.at,
    importedBy: stamp.by,
  }
}
