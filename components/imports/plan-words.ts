import type { ImportPlan, PlanItem } from '@/lib/importers/import-plan'
import { countOf, formatCount } from '@/lib/model/format-count'

const numberOf = (items: readonly PlanItem[], kind: PlanItem['kind']) =>
  items.filter((item) => item.kind === kind).length

type Verbs = { add: string; change: string; mark: string; remove: string; nothing: string }

const imperative: Verbs = {
  add: 'import',
  change: 'update',
  mark: 'mark',
  remove: 'remove',
  nothing: 'Import',
}
const past: Verbs = {
  add: 'imported',
  change: 'updated',
  mark: 'marked',
  remove: 'removed',
  nothing: 'Imported',
}

/** What committing does, as the button says it: "Import 14 components and update 2". Undefined when there is nothing to do. */
export function commitLabel(plan: ImportPlan, removesGone = false): string | undefined {
  return plan.change || removesGone ? say(plan, imperative, removesGone) : undefined
}

/** What was done, as a sentence: "Imported 14 components." */
export function committedSentence(plan: ImportPlan, removesGone = false): string {
  return `${say(plan, past, removesGone)}.`
}

function say(plan: ImportPlan, verbs: Verbs, removesGone: boolean): string {
  const added = numberOf(plan.added, 'component')
  const parts = [
    added > 0 ? `${verbs.add} ${countOf(added, 'component')}` : undefined,
    added === 0 && plan.added.length > 0
      ? `${verbs.add} ${countOf(plan.added.length, 'data flow')}`
      : undefined,
    plan.changed.length > 0 ? `${verbs.change} ${countChanged(plan)}` : undefined,
    plan.gone.length > 0
      ? removesGone
        ? `${verbs.remove} ${formatCount(plan.gone.length)}`
        : `${verbs.mark} ${formatCount(plan.gone.length)} as gone`
      : undefined,
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return verbs.nothing
  const words =
    parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function countChanged({ added, changed }: ImportPlan): string {
  if (added.length > 0) return formatCount(changed.length)
  const components = numberOf(changed, 'component')
  return components === changed.length
    ? countOf(components, 'component')
    : `${formatCount(changed.length)} elements`
}

/** "13 components, 10 data flows" where there are both; a number alone would not say what it counts. */
export function kindsOf(items: readonly PlanItem[]): string | undefined {
  const components = numberOf(items, 'component')
  const flows = items.length - components
  if (items.length === 0) return undefined
  return [
    components > 0 ? countOf(components, 'component') : undefined,
    flows > 0 ? countOf(flows, 'data flow') : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

/** A name for a new model, from the files' paths: the folder they share, or the name of the first and how many more. */
export function modelNameOf(paths: readonly string[]): string {
  const [first = ''] = paths
  const folders = first.split('/').slice(0, -1)
  const top = folders[0]
  if (top && paths.every((path) => path.startsWith(`${top}/`))) return top.slice(0, 200)
  const file = first.split('/').at(-1) ?? ''
  const stem = file.replace(/\.(ya?ml|json|bulkhead|zip)$/i, '').replace(/\.bulkhead$/i, '')
  const more = paths.length > 1 ? ` and ${formatCount(paths.length - 1)} more` : ''
  return (stem || file || 'New model').slice(0, 180) + more
}

/** Items of one type together, the largest group first. */
export function groupByType<T extends PlanItem>(
  items: readonly T[],
): { type: string; kind: PlanItem['kind']; items: T[] }[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = `${item.kind}|${item.type}`
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ type: group[0].type, kind: group[0].kind, items: group }] : []))
    .sort((a, b) => (a.kind === b.kind ? b.items.length - a.items.length : a.kind === 'component' ? -1 : 1))
}
