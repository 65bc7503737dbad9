import { isObject, type Json, type JsonObject, objectsAt, textAt } from '@/lib/importers/scans/json/json-node'

/** A report that scanners keep in a cluster as an object of its own. */
export type ReportObject = { kind: string; object: JsonObject }

/** Kinds of reports by their API group, those of Policy Reports under both of their names. */
const REPORT_KINDS: Readonly<Record<string, RegExp>> = {
  'aquasecurity.github.io': /Report$/,
  'wgpolicyk8s.io': /^(?:Cluster)?PolicyReport$/,
  'openreports.io': /^(?:Cluster)?Report$/,
}

/** Whether objects of a kind are reports of a scanner: findings, and no part of the system. */
export function isReportKind(group: string, kind: string): boolean {
  return Object.hasOwn(REPORT_KINDS, group) && REPORT_KINDS[group]?.test(kind) === true
}

/** Fields of which a report has one as soon as it holds results; a list of an image's packages names no finding. */
const RESULTS = ['report', 'status', 'results'] as const

/** Whether a report holds findings: neither one that is still empty nor an inventory (SBOM). */
export function holdsFindings(kind: string, hasField: (name: string) => boolean): boolean {
  return !/Sbom/i.test(kind) && RESULTS.some(hasField)
}

/** The reports of one API group in a document: the document itself, or items of a list, which may leave kind and group to it. */
export function reportsOf(document: Json, groups: readonly string[]): ReportObject[] {
  if (Array.isArray(document)) return document.flatMap((one: Json) => reportsOf(one, groups))
  if (!isObject(document)) return []
  const listKind = textAt(document, 'kind') ?? ''
  const listGroup = groupOf(document)
  const items = objectsAt(document, 'items')
  return (items.length > 0 ? items : [document]).flatMap((object) => {
    const kind = textAt(object, 'kind') ?? listKind.replace(/List$/, '')
    const group = groupOf(object) || listGroup
    const isFound = groups.includes(group) && isReportKind(group, kind)
    return isFound && holdsFindings(kind, (name) => object.fields.has(name)) ? [{ kind, object }] : []
  })
}

function groupOf(object: JsonObject): string {
  const version = textAt(object, 'apiVersion') ?? ''
  return version.slice(0, Math.max(0, version.indexOf('/')))
}
