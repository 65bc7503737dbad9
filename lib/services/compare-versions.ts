import { analyse } from '@/lib/analysis/analyse'
import { threatRows } from '@/lib/analysis/threat-rows'
import { nameElement } from '@/lib/analysis/words/name-element'
import { type FieldChange, tellFields } from '@/lib/analysis/words/tell-fields'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { loadModel } from '@/lib/db/load-model'
import { findCatalogue } from '@/lib/db/packs'
import { type CollectionDifference, compareModels, type ModelDifference } from '@/lib/model/compare-models'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { z } from '@/lib/model/zod'
import { getVersion } from '@/lib/services/get-version'
import { modelNotFound, problem } from '@/lib/services/problem'

/** `to`: a version, or the model as it is now. */
export const Input = z.strictObject({ id: Id, from: Id, to: z.union([z.literal('now'), Id]) })

/** One thing that came, went or changed: what it is called, and what changed of it, from what to what. */
export type Difference = { kind: 'added' | 'removed' | 'changed'; name: string; what: FieldChange[] }

export type Comparison = {
  from: string
  to: string
  parts: { label: string; differences: Difference[] }[]
  /** Open threats that only one of both has. */
  threats: { opened: string[]; closed: string[] }
}

/** What differs between two named versions, or between one and the model as it is now. */
export async function compareVersions(
  actor: Actor,
  { id, from, to }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<Comparison>> {
  const loaded = await loadModel(actor.workspaceId, id)
  if (!loaded || !can(actor, 'read-history', loaded.head)) return modelNotFound()
  const before = await getVersion(actor, { id, versionId: from })
  if (!before.ok) return before
  const after = to === 'now' ? undefined : await getVersion(actor, { id, versionId: to })
  if (after && !after.ok) return after
  const older = before.value.document
  const newer = after?.value.document ?? loaded.document
  const [wasCatalogue, catalogue] = [
    await findCatalogue(older.catalogue),
    await findCatalogue(newer.catalogue),
  ]
  if (!wasCatalogue || !catalogue) {
    return problem('conflict', 'The catalogue of one of the two versions is not on this server any more.')
  }
  const day = now().toISOString()
  const [was, is] = [openThreats(older, wasCatalogue, day), openThreats(newer, catalogue, day)]
  return {
    ok: true,
    value: {
      from: before.value.name,
      to: after?.value.name ?? 'Now',
      parts: parts(older, newer, catalogue),
      threats: {
        opened: [...is].flatMap(([key, words]) => (was.has(key) ? [] : [words])),
        closed: [...was].flatMap(([key, words]) => (is.has(key) ? [] : [words])),
      },
    },
  }
}

function openThreats(model: ThreatModel, catalogue: Catalogue, day: string): Map<string, string> {
  const rows = threatRows(analyse(model, catalogue), day).filter((row) => row.isOpen)
  return new Map(
    rows.map((row) => [row.key, `${row.title} on ${nameElement(row.elementId, model, catalogue)}`]),
  )
}

type Part = Exclude<keyof ModelDifference, 'isSame'>

function parts(before: ThreatModel, after: ThreatModel, catalogue: Catalogue): Comparison['parts'] {
  const difference = compareModels(before, after)
  const either = {
    ...after,
    components: { ...before.components, ...after.components },
    flows: { ...before.flows, ...after.flows },
  }
  const element = (key: string) => nameElement(key, either, catalogue)
  const decided = (key: string) => {
    const [threatId = '', elementId = ''] = key.split('|')
    const attached = after.attached[threatId] ?? before.attached[threatId]
    return `${catalogue.threats.get(threatId)?.title ?? attached?.own?.title ?? threatId} on ${element(elementId)}`
  }
  const attachment = (key: string) => {
    const found = after.attached[key] ?? before.attached[key]
    return found?.own?.title ?? catalogue.threats.get(found?.threatId ?? '')?.title ?? key
  }
  const mitigated = (key: string) => {
    const [mitigationId = '', elementId = ''] = key.split('|')
    return `${catalogue.mitigations.get(mitigationId)?.title ?? mitigationId} on ${element(elementId)}`
  }
  const entry = (model: ThreatModel, part: Part, key: string): object =>
    part === 'meta' ? { ...model.meta, catalogue: model.catalogue } : (model[part][key] ?? {})
  const list = [
    ['Model', 'meta', (key: string) => metaLabels[key] ?? key],
    ['Components', 'components', element],
    ['Data flows', 'flows', element],
    ['Data', 'dataAssets', (key: string) => (after.dataAssets[key] ?? before.dataAssets[key])?.name ?? key],
    ['Views', 'views', (key: string) => (after.views[key] ?? before.views[key])?.name ?? key],
    ['Decisions', 'decisions', decided],
    ['Threats added by hand', 'attached', attachment],
    ['Mitigations', 'mitigationStates', mitigated],
    ['Notes', 'notes', (key: string) => (after.notes[key] ?? before.notes[key])?.text.slice(0, 80) ?? key],
  ] as const
  return list.flatMap(([label, part, name]) => {
    const differences = told(difference[part], name, ({ key, fields }) => {
      const [was, is] = [entry(before, part, key), entry(after, part, key)]
      return tellFields(fields, { entry: was, model: before }, { entry: is, model: after }, catalogue)
    })
    return differences.length > 0 ? [{ label, differences }] : []
  })
}

const metaLabels: Record<string, string> = {
  name: 'Name',
  owner: 'Owner',
  scope: 'Scope',
  description: 'Description',
  assumptions: 'Assumptions',
  catalogue: 'Catalogue',
}

function told(
  { added, removed, changed }: CollectionDifference,
  name: (key: string) => string,
  tell: (changed: CollectionDifference['changed'][number]) => FieldChange[],
): Difference[] {
  return [
    ...added.map((key) => ({ kind: 'added' as const, name: name(key), what: [] })),
    ...removed.map((key) => ({ kind: 'removed' as const, name: name(key), what: [] })),
    ...changed.map((each) => ({ kind: 'changed' as const, name: name(each.key), what: tell(each) })),
  ]
}
