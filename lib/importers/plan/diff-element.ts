import type { ExtractedComponent, ExtractedFlow } from '@/lib/importers/extract'
import type { PlanDifference } from '@/lib/importers/import-plan'
import type { Edit } from '@/lib/model/change'
import type { Component, Flow } from '@/lib/model/elements'
import type { Fact, FactValue, FileSource } from '@/lib/model/fact'
import { sameValue } from '@/lib/model/leading-fact'
import { entryOf } from '@/lib/model/records'

/** What the files change in an element that is there already. `edits` may be more: places that only moved are no difference. */
export type Diff = { edits: Edit[]; differences: PlanDifference[] }

function importFact(element: Component | Flow, attribute: string): Fact | undefined {
  return entryOf(element.facts, attribute)?.find((fact) => fact.origin === 'import')
}

function sameSource(a: FileSource | undefined, b: FileSource | undefined): boolean {
  return a?.file === b?.file && a?.line === b?.line
}

/**
 * Facts of the slot `import`: set, moved and taken away.
 * @param ownFiles for an element that several imports share: facts of other files are not this import's to change.
 */
export function diffFacts(
  element: Component | Flow,
  found: ExtractedComponent | ExtractedFlow,
  ownFiles?: ReadonlySet<string>,
): Diff {
  const diff: Diff = { edits: [], differences: [] }
  const isForeign = (fact: Fact) => ownFiles !== undefined && !ownFiles.has((fact.source as FileSource).file)
  const set = (attribute: string, was: Fact | undefined, value: Fact | undefined) => {
    diff.edits.push({
      type: 'set-fact',
      elementId: element.id,
      attribute,
      slot: 'import',
      value: value ?? null,
      was: was ?? null,
    })
  }
  for (const [attribute, [extracted]] of Object.entries(found.facts)) {
    const was = importFact(element, attribute)
    const isSame = was !== undefined && sameValue(was.value, extracted.value)
    if (isSame && (sameSource(was.source as FileSource, extracted.source) || isForeign(was))) continue
    set(attribute, was, extracted)
    if (!isSame)
      diff.differences.push({
        field: attribute,
        from: was?.value,
        to: extracted.value,
        source: extracted.source,
      })
  }
  for (const attribute of Object.keys(element.facts)) {
    const was = importFact(element, attribute)
    if (!was || Object.hasOwn(found.facts, attribute) || isForeign(was)) continue
    set(attribute, was, undefined)
    diff.differences.push({ field: attribute, from: was.value, to: undefined })
  }
  return diff
}

/** Fields that the files own: type, place, whether it is gone, and the tags that importers give. */
export function diffComponent(component: Component, found: ExtractedComponent): Diff {
  const diff = diffOwned('set-component', component, found)
  const tags = [...component.tags.filter((tag) => !isFileTag(tag)), ...(found.tags ?? [])].slice(0, 50)
  if (!sameValue(component.tags, tags)) {
    diff.edits.push({
      type: 'set-component',
      id: component.id,
      field: 'tags',
      value: tags,
      was: component.tags,
    })
    diff.differences.push({ field: 'tags', from: component.tags, to: tags, source: found.source })
  }
  return diff
}

function isFileTag(tag: string): boolean {
  return tag.startsWith('profile:')
}

/** The same for a flow, and whether data goes both ways. */
export function diffFlow(flow: Flow, found: ExtractedFlow): Diff {
  const diff = diffOwned('set-flow', flow, found)
  const [was, value] = [flow.both ?? null, found.both ?? null]
  if (was !== value) {
    diff.edits.push({ type: 'set-flow', id: flow.id, field: 'both', value, was })
    diff.differences.push({ field: 'both', from: was ?? false, to: value ?? false, source: found.source })
  }
  return diff
}

function diffOwned(
  type: 'set-component' | 'set-flow',
  element: Component | Flow,
  found: ExtractedComponent | ExtractedFlow,
): Diff {
  const diff: Diff = { edits: [], differences: [] }
  const differ = (field: string, from: FactValue | undefined, to: FactValue | undefined) =>
    diff.differences.push({ field, from, to, source: found.source })
  if (element.type !== found.type) {
    diff.edits.push({ type, id: element.id, field: 'type', value: found.type, was: element.type })
    differ('type', element.type, found.type)
  }
  if (!sameSource(element.source, found.source)) {
    diff.edits.push({
      type,
      id: element.id,
      field: 'source',
      value: found.source,
      was: element.source ?? null,
    })
  }
  if (element.gone) {
    diff.edits.push({ type, id: element.id, field: 'gone', value: null, was: true })
    differ('gone', true, false)
  }
  return diff
}
