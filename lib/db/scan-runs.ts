import { database, type Queries } from '@/lib/db/database'
import type { FindingChoice, RunHead, ScanRun } from '@/lib/model/scan-run'

// Runs of scanners lie beside the model: they are evidence, not part of the document. Whoever calls has looked whether
// the model is of the caller's workspace.

/** The runs of a model, without their verdicts, the newest first. */
export async function listRuns(modelId: string): Promise<RunHead[]> {
  const rows = await database().client.scanRunRow.findMany({
    where: { modelId },
    select: { head: true },
    orderBy: { number: 'desc' },
  })
  return rows.map(({ head }) => JSON.parse(head) as RunHead)
}

/** A run with its verdicts. */
export async function readRun(modelId: string, id: string): Promise<ScanRun | undefined> {
  const row = await database().client.scanRunRow.findUnique({ where: { modelId_id: { modelId, id } } })
  return row ? { ...(JSON.parse(row.head) as RunHead), ...(JSON.parse(row.body) as Body) } : undefined
}

type Body = Pick<ScanRun, 'checks' | 'unexplained' | 'warnings'>

/** `checksJson`: the checks as they are kept, written down by whoever read them. */
type WrittenBody = Omit<Body, 'checks'> & { checksJson: string }

/** Keeps a run under the next number. One that is there already, of the same file, tool and place in it, is given back. */
export async function keepRun(
  modelId: string,
  rest: Omit<RunHead, 'number'>,
  { checksJson, ...others }: WrittenBody,
): Promise<{ head: RunHead; isNew: boolean }> {
  return database().client.$transaction(async (tx) => {
    const { digest } = rest.file
    const same = await tx.scanRunRow.findMany({ where: { modelId, digest }, select: { head: true } })
    const known = same
      .map(({ head }) => JSON.parse(head) as RunHead)
      .find(({ run, tool }) => run === rest.run && tool === rest.tool)
    if (known) return { head: known, isNew: false }
    const last = await tx.scanRunRow.aggregate({ where: { modelId }, _max: { number: true } })
    const head: RunHead = { ...rest, number: (last._max.number ?? 0) + 1 }
    await tx.scanRunRow.create({
      data: {
        modelId,
        id: head.id,
        number: head.number,
        digest,
        head: JSON.stringify(head),
        body: `{"checks":${checksJson},${JSON.stringify(others).slice(1)}`,
      },
    })
    return { head, isNew: true }
  })
}

export function countRuns(modelId: string): Promise<number> {
  return database().client.scanRunRow.count({ where: { modelId } })
}

/** False when there is no such run. */
export async function removeRun(modelId: string, id: string): Promise<boolean> {
  return (await database().client.scanRunRow.deleteMany({ where: { modelId, id } })).count > 0
}

/** Which components the names in runs mean, as people said. */
export async function readPlaces(modelId: string): Promise<Record<string, string[]>> {
  const rows = await database().client.findingNote.findMany({ where: { modelId, kind: 'place' } })
  return Object.fromEntries(rows.map(({ key, body }) => [key, JSON.parse(body) as string[]]))
}

/** What is to be fixed, as people chose. */
export async function readChoices(modelId: string): Promise<FindingChoice[]> {
  const rows = await database().client.findingNote.findMany({
    where: { modelId, kind: 'choice' },
    orderBy: { key: 'asc' },
  })
  return rows.map(({ body }) => JSON.parse(body) as FindingChoice)
}

/** Writes what is said of each key, or forgets it where `body` is null. */
export async function writeNotes(
  modelId: string,
  kind: 'place' | 'choice',
  notes: readonly { key: string; body: unknown }[],
): Promise<void> {
  await database().client.$transaction(async (tx) => {
    for (const { key, body } of notes) {
      if (body === null) await tx.findingNote.deleteMany({ where: { modelId, kind, key } })
      else {
        const text = JSON.stringify(body)
        await tx.findingNote.upsert({
          where: { modelId_kind_key: { modelId, kind, key } },
          create: { modelId, kind, key, body: text },
          update: { body: text },
        })
      }
    }
  })
}

export function countNotes(modelId: string): Promise<number> {
  return database().client.findingNote.count({ where: { modelId } })
}

/** Forgets all that lies beside a model. */
export async function removeFindings(queries: Queries, modelId: string): Promise<void> {
  await queries.scanRunRow.deleteMany({ where: { modelId } })
  await queries.findingNote.deleteMany({ where: { modelId } })
  await queries.evidenceFile.deleteMany({ where: { modelId } })
}
