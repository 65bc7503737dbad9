import { componentsNamed } from '@/lib/analysis/findings/match-names'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Lesson } from '@/lib/catalogue/entries'
import type { Component } from '@/lib/model/elements'
import { isFailing, type RunCheck, type ScanPlaces, type ScanRun } from '@/lib/model/scan-run'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A check at one place: a component, or a name that no component has. A check that names three containers is at three. */
export type PlacedCheck = {
  check: RunCheck
  /** Its key, or the tool's own id where there is none. */
  key: string
  /** `none`: the tool leaves the judgement to a person, or only tells something. */
  verdict: 'fail' | 'pass' | 'none'
  elementId: string | null
  /** What the tool calls it; null where it names nothing. */
  name: string | null
  /** Under which name a person can say what is meant; null where there is nothing to place. */
  target: string | null
}

/** What the check is known by, whichever benchmark's version numbers it. */
export function checkKey(tool: string, { key, id }: RunCheck): string {
  return key ?? `${tool}:${id || 'without-number'}`
}

/** Lessons of a check's key; flaws in packages are one lesson by their severity. */
export function lessonsOf(catalogue: Catalogue, { key, severity }: RunCheck): readonly Lesson[] {
  if (key === null) return []
  return key.startsWith('vulnerability:')
    ? catalogue.lessonsOf(`vulnerability:${severity ?? 'unknown'}`)
    : catalogue.lessonsOf(key)
}

/** Every check of a run at each place it speaks of: by name, by the one component of its type, or by what people said. */
export function placeChecks(
  run: Pick<ScanRun, 'tool' | 'checks'>,
  model: ThreatModel,
  catalogue: Catalogue,
  places: ScanPlaces,
): PlacedCheck[] {
  const components = Object.values(model.components).filter(({ gone }) => !gone)
  const byType = new Map<string, Component[]>()
  for (const component of components) {
    const same = byType.get(component.type)
    if (same) same.push(component)
    else byType.set(component.type, [component])
  }
  const known = new Map<string, readonly Component[]>()
  const named = (name: string, types: readonly string[]): readonly Component[] => {
    const once = `${name}\0${types.join()}`
    const before = known.get(once)
    if (before) return before
    const among = types.length > 0 ? types.flatMap((type) => byType.get(type) ?? []) : components
    const found = componentsNamed(name, model, among)
    // A scan of an image is of the image that a check on containers may name, and the other way round.
    const any = found.length > 0 || types.length === 0 ? found : componentsNamed(name, model, components)
    known.set(once, any)
    return any
  }
  const place: Place = { byType, named, places, isThere: (id) => Object.hasOwn(model.components, id) }
  const seen = new Set<string>()
  const placed = run.checks.map((check) => {
    const types = [...new Set(lessonsOf(catalogue, check).flatMap(({ on }) => on))]
    const names = namesOf(check)
    const found = names.map((name) => ({ name, ...locate(place, name, types) }))
    if (types.includes('container')) for (const { ids } of found) for (const id of ids) seen.add(id)
    return { check, types, found }
  })
  return placed.flatMap(({ check, types, found }) => {
    const key = checkKey(run.tool, check)
    const verdict = verdictOf(run.tool, check)
    const at = (elementId: string | null, name: string | null, target: string | null, said = verdict) => ({
      check,
      key,
      verdict: said,
      elementId,
      name,
      target,
    })
    if (found.length > 0) {
      const here = found.flatMap(({ name, ids, target }) =>
        ids.length > 0 ? ids.map((id) => at(id, name, target)) : [at(null, name, target)],
      )
      // Of containers that the run has seen, those that a failed check does not name have passed it.
      const isTold =
        verdict === 'fail' && EVERY_CONTAINER.test(key) && here.every(({ elementId }) => elementId)
      const failed = new Set(here.map(({ elementId }) => elementId))
      const passed = isTold ? [...seen].filter((id) => !failed.has(id)) : []
      return [...here, ...passed.map((id) => at(id, null, null, 'pass'))]
    }
    if (types.length === 0) return [at(null, null, null)]
    if (verdict === 'pass' && EVERY_CONTAINER.test(key)) {
      const all = seen.size > 0 ? [...seen] : (byType.get('container') ?? []).map(({ id }) => id)
      if (all.length > 0) return all.map((id) => at(id, null, null))
    }
    const target = `any ${types[0]}`
    const { ids } = locate(place, target, types)
    return ids.length > 0 ? ids.map((id) => at(id, null, target)) : [at(null, null, target)]
  })
}

/** Checks that look at every running container, and name those that fail. */
const EVERY_CONTAINER = /^docker:(?:run-(?!exec-|latest-image)|image-user$)/

function verdictOf(tool: string, { status }: RunCheck): PlacedCheck['verdict'] {
  if (isFailing(tool, status)) return 'fail'
  return status === 'pass' ? 'pass' : 'none'
}

type Place = {
  byType: ReadonlyMap<string, readonly Component[]>
  named(name: string, types: readonly string[]): readonly Component[]
  places: ScanPlaces
  isThere(id: string): boolean
}

/** A node's type in a benchmark's output says which part of the cluster it is of, not which machine. */
const PARTS = new Set(['master', 'etcd', 'node', 'controlplane', 'policies', 'managedservices', 'config'])

function namesOf({ resource, key }: RunCheck): string[] {
  if (!resource || PARTS.has(resource.toLowerCase())) return []
  return key?.startsWith('docker:') ? resource.split(', ').filter((name) => name !== '') : [resource]
}

function locate(
  { byType, named, places, isThere }: Place,
  name: string,
  types: readonly string[],
): { ids: readonly string[]; target: string } {
  const said = Object.hasOwn(places, name) ? places[name]?.filter(isThere) : undefined
  if (said) return { ids: said, target: name }
  if (name.startsWith('any ')) {
    const all = types.flatMap((type) => byType.get(type) ?? [])
    return { ids: all.length === 1 ? all.map(({ id }) => id) : [], target: name }
  }
  const found = named(name, types)
  // One name for several components: a person has to say which.
  return { ids: found.length === 1 ? found.map(({ id }) => id) : [], target: name }
}
