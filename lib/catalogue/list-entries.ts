import type { Catalogue } from '@/lib/catalogue/catalogue'
import { severityOf } from '@/lib/catalogue/severity'
import type { Severity, Stride } from '@/lib/model/judgement'

/** What a list of the catalogue shows of an entry, and what it is found and narrowed by. */
export type CatalogueItem = {
  kind: 'threat' | 'mitigation' | 'type'
  id: string
  title: string
  text: string
  platforms: readonly string[]
  letters: readonly Stride[]
  /** Ids of component and flow types that it is on. */
  types: readonly string[]
  severity?: Severity
  frameworks: readonly string[]
  /** Further words to find it by: ids of references, scanner rules, older ids. */
  words: string
}

/** Every threat, mitigation and component or flow type, in id order within its kind. */
export function listEntries(catalogue: Catalogue): CatalogueItem[] {
  const { pack } = catalogue
  const frameworkOf = (controlId: string) => catalogue.controls.get(controlId)?.framework
  const threatsOf = new Map<string, string[]>()
  for (const threat of pack.threats)
    for (const id of threat.mitigations) threatsOf.set(id, [...(threatsOf.get(id) ?? []), threat.id])
  const controlsOf = (mitigationIds: readonly string[]) =>
    mitigationIds.flatMap((id) => catalogue.mitigations.get(id)?.controls ?? [])
  const named = (references: object) =>
    Object.entries(references).flatMap(([key, ids]) => (Array.isArray(ids) && ids.length > 0 ? [key] : []))
  const idsIn = (references: object) => Object.values(references).flat().join(' ')
  const frames = (references: object, controls: readonly string[]) => [
    ...new Set([...named(references), ...controls.flatMap((id) => frameworkOf(id) ?? [])]),
  ]
  const threats = pack.threats.map(
    (threat): CatalogueItem => ({
      kind: 'threat',
      id: threat.id,
      title: threat.title,
      text: threat.description,
      platforms: [threat.platform],
      letters: threat.stride,
      types: threat.targets.map(({ type }) => type),
      severity: severityOf(threat.likelihood, threat.impact),
      frameworks: frames(threat.references, [...controlsOf(threat.mitigations), ...threat.rules]),
      words: [idsIn(threat.references), threat.rules.join(' '), threat.replaces.join(' ')].join(' '),
    }),
  )
  const mitigations = pack.mitigations.map((mitigation): CatalogueItem => {
    const countered = (threatsOf.get(mitigation.id) ?? []).flatMap((id) => catalogue.threats.get(id) ?? [])
    return {
      kind: 'mitigation',
      id: mitigation.id,
      title: mitigation.title,
      text: mitigation.guidance,
      platforms: [...new Set(countered.map(({ platform }) => platform))],
      letters: [...new Set(countered.flatMap(({ stride }) => stride))],
      types: [...new Set(countered.flatMap(({ targets }) => targets.map(({ type }) => type)))],
      frameworks: frames(mitigation.references, mitigation.controls),
      words: [idsIn(mitigation.references), mitigation.controls.join(' ')].join(' '),
    }
  })
  const types = [...pack.componentTypes, ...pack.flowTypes].map(
    (type): CatalogueItem => ({
      kind: 'type',
      id: type.id,
      title: type.label,
      text: type.help,
      platforms: 'platform' in type ? [type.platform] : [],
      letters: [...new Set(catalogue.threatsOn(type.id).flatMap(({ threat }) => threat.stride))],
      types: [type.id],
      frameworks: [],
      words: 'plural' in type ? type.plural : type.verb,
    }),
  )
  return [...threats, ...mitigations, ...types]
}
