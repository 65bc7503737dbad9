import type { Extract, ExtractedComponent, ExtractedFlow } from '@/lib/importers/extract'
import type { ImportPlan, PlanDifference, PlanItem } from '@/lib/importers/import-plan'
import { diffComponent, diffFacts, diffFlow } from '@/lib/importers/plan/diff-element'
import { diffZones, MAX_ZONES } from '@/lib/importers/plan/diff-zones'
import { filesSpokenFor } from '@/lib/importers/plan/known-files'
import { inOrder, isInScope, type Merged, mergeExtracts } from '@/lib/importers/plan/merge-extracts'
import type { Edit } from '@/lib/model/change'
import type { Component, Flow } from '@/lib/model/elements'
import { countOf, formatCount } from '@/lib/model/format-count'
import { MAX_EDITS } from '@/lib/model/limits'
import type { ThreatModel } from '@/lib/model/threat-model'

export type PlanOptions = {
  /** Makes the id of a new element from its natural key, and that of the change from "change". */
  newId: (naturalKey: string) => string
  /** The state of the model that this plan is made against. */
  baseSeq: number
}

/**
 * Compares what files say with a model. Elements are found again by natural key; new ones are added, facts of earlier
 * imports replaced, and what the files no longer have is marked as gone. What people said, named and moved stays.
 * Importing the same files twice changes nothing. An element that only moved to another line counts as unchanged, although
 * the change notes its new place.
 */
export function planImport(
  model: ThreatModel,
  extracts: readonly Extract[],
  options: PlanOptions,
): ImportPlan {
  const planner = new Planner(model, mergeExtracts(extracts), options)
  const plan = planner.plan()
  return {
    ...plan,
    skipped: extracts.flatMap(({ skipped }) => skipped),
    warnings: extracts.flatMap(({ warnings }) => warnings),
  }
}

type Diffed = { edits: Edit[]; differences: PlanDifference[] }

class Planner {
  private readonly components = new Map<string, Component>()
  private readonly flows = new Map<string, Flow>()
  /** Components by natural key: those of the model, and those that are added. */
  private readonly placed: Map<string, Component>
  private readonly edits: Edit[] = []
  private readonly items: Pick<ImportPlan, 'added' | 'changed' | 'unchanged' | 'gone'> = {
    added: [],
    changed: [],
    unchanged: [],
    gone: [],
  }
  private readonly additions: Component[] = []
  private moved: ThreatModel | undefined
  /** Files that this import speaks for, where files rather than scopes decide what is gone. */
  private readonly spoken: ReadonlySet<string>

  constructor(
    private readonly model: ThreatModel,
    private readonly found: Merged,
    private readonly options: PlanOptions,
  ) {
    index(this.components, model.components)
    index(this.flows, model.flows)
    this.placed = new Map(this.components)
    this.spoken = filesSpokenFor(model, found)
  }

  plan(): Omit<ImportPlan, 'skipped' | 'warnings'> {
    const ordered = inOrder(this.found.components)
    for (const component of ordered) if (!this.components.has(component.key)) this.addComponent(component)
    for (const component of ordered) {
      const known = this.components.get(component.key)
      if (known) this.compareComponent(known, component)
    }
    for (const flow of this.found.flows.values()) {
      const known = this.flows.get(flow.key)
      if (known) this.compare(known, flow, 'flow', diffFlow(known, flow))
      else this.addFlow(flow)
    }
    this.markGone()
    return this.finish()
  }

  private addComponent(found: ExtractedComponent): void {
    const parentId = found.parentKey === undefined ? undefined : this.placed.get(found.parentKey)?.id
    const component: Component = {
      id: this.options.newId(found.key),
      type: found.type,
      name: found.name,
      zoneIds: this.zonesOf(found),
      facts: found.facts,
      naturalKey: found.key,
      source: found.source,
      tags: found.tags ?? [],
    }
    if (parentId !== undefined) component.parentId = parentId
    this.placed.set(found.key, component)
    this.additions.push(component)
    this.edits.push({ type: 'add-component', component })
    this.items.added.push(toItem(component, 'component', component.name))
  }

  private zonesOf({ zoneKeys }: ExtractedComponent): string[] {
    const zones: string[] = []
    for (const key of zoneKeys) {
      const id = this.placed.get(key)?.id
      if (id !== undefined && zones.length < MAX_ZONES) zones.push(id)
    }
    return zones
  }

  private addFlow(found: ExtractedFlow): void {
    const from = this.placed.get(found.from)
    const to = this.placed.get(found.to)
    if (from === undefined || to === undefined) return
    const flow: Flow = {
      id: this.options.newId(found.key),
      type: found.type,
      from: from.id,
      to: to.id,
      dataIds: [],
      facts: found.facts,
      naturalKey: found.key,
      source: found.source,
    }
    if (found.name !== undefined) flow.name = found.name
    if (found.both) flow.both = true
    this.edits.push({ type: 'add-flow', flow })
    this.items.added.push(toItem(flow, 'flow', flowName(flow, from, to)))
  }

  /** The model with all additions, so that moved components can be checked against it. */
  private withAdditions(): ThreatModel {
    this.moved ??= {
      ...this.model,
      components: {
        ...this.model.components,
        ...Object.fromEntries(this.additions.map((added) => [added.id, added])),
      },
    }
    return this.moved
  }

  private compareComponent(known: Component, found: ExtractedComponent): void {
    const fields = diffComponent(known, found)
    const isOurs = (zone: Component) => this.isOurs(zone.naturalKey ?? '', zone)
    const next = this.withAdditions()
    const zones = diffZones(next, known, found, (key) => this.placed.get(key)?.id, isOurs)
    for (const edit of zones.edits) {
      if (edit.type === 'set-component' && (edit.field === 'zoneIds' || edit.field === 'parentId')) {
        next.components[known.id] = {
          ...(next.components[known.id] as Component),
          [edit.field]: edit.value,
        }
      }
    }
    this.compare(known, found, 'component', {
      edits: [...fields.edits, ...zones.edits],
      differences: [...fields.differences, ...zones.differences],
    })
  }

  private compare(
    known: Component | Flow,
    found: ExtractedComponent | ExtractedFlow,
    kind: PlanItem['kind'],
    fields: Diffed,
  ): void {
    const isShared = !isInScope(found.key, this.found.scopes)
    const isByFile = !isShared && isInScope(found.key, this.found.fileScopes)
    const own = isShared ? this.found.files : this.spoken
    const isForeign = (isShared || isByFile) && known.source !== undefined && !own.has(known.source.file)
    const facts = diffFacts(known, found, isShared || isByFile ? own : undefined)
    // Another import declared it first and still does: its place stays.
    const owned = isForeign
      ? fields.edits.filter((edit) => !('field' in edit && edit.field === 'source'))
      : fields.edits
    this.edits.push(...owned, ...facts.edits)
    const differences = [...fields.differences, ...facts.differences]
    const item =
      kind === 'flow'
        ? this.flowItem(known as Flow)
        : toItem(known as Component, kind, (known as Component).name)
    if (differences.length > 0) this.items.changed.push({ ...item, source: found.source, differences })
    else this.items.unchanged.push(item)
  }

  private markGone(): void {
    const { flows, components } = this.found
    const goneFlows = new Set<string>()
    for (const [key, flow] of this.flows) {
      if (!flows.has(key) && this.isOurs(key, flow)) {
        goneFlows.add(flow.id)
        this.leave('set-flow', flow, this.flowItem(flow))
      }
    }
    const orphans = this.orphans(goneFlows)
    const kept = this.keptByOthers()
    for (const [key, component] of this.components) {
      const isMissing = !components.has(key) && this.isOurs(key, component) && !kept.has(component.id)
      if (isMissing || orphans.has(component.id)) {
        this.leave('set-component', component, toItem(component, 'component', component.name))
      }
    }
  }

  /** Whether it is for these files to say that an element is gone. */
  private isOurs(key: string, { source }: Component | Flow): boolean {
    if (!isInScope(key, this.found.scopes)) return false
    if (!isInScope(key, this.found.fileScopes)) return true
    return source !== undefined && this.spoken.has(source.file)
  }

  /** What other files refer to, although none of them declares it: the cluster, its clients, a namespace. */
  private keptByOthers(): Set<string> {
    const kept = new Set<string>()
    if (this.found.fileScopes.length === 0) return kept
    const keep = (id: string | undefined) => {
      const component = id === undefined ? undefined : this.model.components[id]
      // What was read of a namespace came with what is in it, so it stays while others are.
      if (component && (!component.facts.declared || component.type === 'namespace')) kept.add(component.id)
    }
    const isOther = ({ source, gone }: Component | Flow) =>
      !gone && source !== undefined && !this.spoken.has(source.file)
    for (const flow of Object.values(this.model.flows))
      if (isOther(flow)) for (const end of [flow.from, flow.to]) keep(end)
    for (const component of Object.values(this.model.components))
      if (isOther(component)) for (const zone of component.zoneIds) keep(zone)
    return kept
  }

  /** Shared components, such as an image of an older version, whose every flow is gone and was in these scopes once. */
  private orphans(goneFlows: ReadonlySet<string>): Set<string> {
    const used = new Set<string>()
    const left = new Set<string>()
    for (const flow of Object.values(this.model.flows)) {
      const isGone =
        goneFlows.has(flow.id) || (flow.gone === true && !this.found.flows.has(flow.naturalKey ?? ''))
      for (const end of [flow.from, flow.to]) (isGone ? left : used).add(end)
    }
    const orphans = new Set<string>()
    for (const [key, { id }] of this.components) {
      if (
        !this.found.components.has(key) &&
        !isInScope(key, this.found.scopes) &&
        left.has(id) &&
        !used.has(id)
      )
        orphans.add(id)
    }
    return orphans
  }

  private leave(type: 'set-component' | 'set-flow', element: Component | Flow, item: PlanItem): void {
    if (!element.gone) this.edits.push({ type, id: element.id, field: 'gone', value: true, was: null })
    this.items.gone.push(item)
  }

  /** The item of a flow of the model. */
  private flowItem(flow: Flow): PlanItem {
    const { components } = this.model
    return toItem(flow, 'flow', flowName(flow, components[flow.from], components[flow.to]))
  }

  private finish(): Omit<ImportPlan, 'skipped' | 'warnings'> {
    const base = { baseSeq: this.options.baseSeq, ...this.items, unreadable: [] }
    if (this.edits.length === 0) return base
    if (this.edits.length > MAX_EDITS) {
      const sentence = `This import makes ${formatCount(this.edits.length)} changes, more than the ${formatCount(MAX_EDITS)} that fit into one. Import fewer files at once.`
      const [first = ''] = this.found.files
      return { ...base, unreadable: [{ file: first, sentence }] }
    }
    return {
      ...base,
      change: { id: this.options.newId('change'), label: this.label(), atomic: true, edits: this.edits },
    }
  }

  private label(): string {
    const count = (items: readonly PlanItem[]) => items.filter(({ kind }) => kind === 'component').length
    const parts = [
      [count(this.items.added), 'Import', ''],
      [this.items.changed.length, 'change', ''],
      [
        this.edits.filter((edit) => 'field' in edit && edit.field === 'gone' && edit.value === true).length,
        'mark',
        ' as gone',
      ],
    ] as const
    const said = parts
      .filter(([number]) => number > 0)
      .map(([number, verb, rest], at) => {
        const noun = verb === 'Import' ? countOf(number, 'component') : countOf(number, 'element')
        return `${at === 0 ? capital(verb) : verb} ${noun}${rest}`
      })
    return said.length > 0
      ? said.join(', ')
      : this.items.added.length > 0
        ? `Import ${countOf(this.items.added.length, 'data flow')}`
        : 'Note new places in files'
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// Of two elements with one natural key, such as a copy, the first by id is the one that files mean.
function index<T extends { id: string; naturalKey?: string | undefined }>(
  into: Map<string, T>,
  record: Readonly<Record<string, T>>,
): void {
  for (const id of Object.keys(record).sort()) {
    const element = record[id] as T
    if (element.naturalKey !== undefined && !into.has(element.naturalKey))
      into.set(element.naturalKey, element)
  }
}

function flowName(flow: Flow, from: Component | undefined, to: Component | undefined): string {
  return flow.name ?? `${from?.name ?? flow.from} → ${to?.name ?? flow.to}`
}

function toItem({ id, type, source }: Component | Flow, kind: PlanItem['kind'], name: string): PlanItem {
  const item: PlanItem = { elementId: id, kind, type, name }
  if (source) item.source = source
  return item
}
