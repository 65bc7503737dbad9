import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { insertModel, TakenId } from '@/lib/db/models'
import { hasPack } from '@/lib/db/packs'
import { findScenario } from '@/lib/db/scenarios'
import { env } from '@/lib/env/env'
import { emptyModel } from '@/lib/model/empty-model'
import { formatCount } from '@/lib/model/format-count'
import { Id } from '@/lib/model/id'
import { readModelFile } from '@/lib/model/model-file'
import type { Problem, Result } from '@/lib/model/protocol'
import { Meta, type ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { forbidden, problem } from '@/lib/services/problem'
import { workspacePack } from '@/lib/services/workspace-pack'

/** What a model starts as. A Bulkhead file keeps who decided what and when, as it says. */
export const Input = z.strictObject({
  name: Meta.shape.name.optional(),
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('empty') }),
    z.strictObject({ kind: z.literal('scenario'), scenarioId: Id }),
    z.strictObject({ kind: z.literal('file'), text: z.string() }),
  ]),
})
type Input = z.infer<typeof Input>

/** `isRepinned`: the file's own catalogue is not on this server, so the model was pinned to the newest one here. */
export type CreatedModel = { id: string; seq: number; isRepinned: boolean }

type Options = { now?: () => Date; id?: string }

/** Makes a model in the actor's workspace: empty, as a sample, or from a Bulkhead file. */
export async function createModel(
  actor: Actor,
  input: Input,
  { now = () => new Date(), id = randomUUID() }: Options = {},
): Promise<Result<CreatedModel>> {
  if (!can(actor, 'create-model', actor)) return forbidden('make a model')
  const started = await start(actor, input)
  if (!started.ok) return started
  const { document, label, isRepinned } = started
  const tooLarge = checkSize(document)
  if (tooLarge) return tooLarge
  const change = { id: randomUUID(), label, atomic: true, edits: [] }
  const payload = { change, by: actor.name, refused: [], document }
  const entry = { payload, actor: actor.userId, at: now().toISOString() }
  try {
    const head = await insertModel({ id, workspaceId: actor.workspaceId, document, entry })
    return { ok: true, value: { id: head.id, seq: head.seq, isRepinned } }
  } catch (error) {
    if (error instanceof TakenId) return problem('conflict', 'There is a model with this id already.')
    throw error
  }
}

type Started = { ok: true; document: ThreatModel; label: string; isRepinned: boolean }

async function start({ workspaceId }: Actor, { name, from }: Input): Promise<Started | Problem> {
  const latest = (await workspacePack(workspaceId))?.hash
  if (latest === undefined)
    return problem('conflict', 'There is no catalogue on this server yet. Start it with npm start.')
  if (from.kind === 'empty') {
    const document = emptyModel(name ?? 'Untitled model', latest)
    return { ok: true, document, label: 'Make an empty model', isRepinned: false }
  }
  const scenario = from.kind === 'scenario' ? await findScenario(from.scenarioId) : undefined
  if (from.kind === 'scenario' && !scenario) return problem('not-found', 'There is no such sample.')
  const file = readModelFile(from.kind === 'file' ? from.text : (scenario?.body ?? ''))
  if (!file.ok) return unreadable(file.sentences)
  const isPackHere = await hasPack(file.model.catalogue, workspaceId)
  const document = {
    ...file.model,
    meta: { ...file.model.meta, ...(name !== undefined && { name }) },
    catalogue: isPackHere ? file.model.catalogue : latest,
  }
  const label = from.kind === 'file' ? 'Make a model from a Bulkhead file' : 'Make a model from a sample'
  return { ok: true, document, label, isRepinned: !isPackHere }
}

function unreadable(sentences: readonly string[]): Problem {
  const shown = sentences.map((sentence) => sentence.slice(0, 500))
  return {
    ...problem('invalid', `This file cannot be read as a model. ${shown[0] ?? ''}`),
    issues: shown.map((sentence) => ({ path: '', sentence })),
  }
}

function checkSize(document: ThreatModel): Problem | undefined {
  const count = Object.keys(document.components).length
  const most = env().limits.components
  return count > most
    ? problem(
        'too-large',
        `This model has ${formatCount(count)} components; at most ${formatCount(most)} are taken. Split the system into several models.`,
      )
    : undefined
}
