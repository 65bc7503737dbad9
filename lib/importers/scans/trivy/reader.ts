import { newScan } from '@/lib/importers/scans/found-check'
import { at, hasFields, type Json, objectsAt, textAt } from '@/lib/importers/scans/json/json-node'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'
import { isCompliance, readCompliance } from '@/lib/importers/scans/trivy/read-compliance'
import { readTrivyResults } from '@/lib/importers/scans/trivy/read-results'

const CLUSTER_LISTS = [
  'Resources',
  'Findings',
  'Misconfigurations',
  'Vulnerabilities',
  'Secrets',
  'RBACAssessment',
] as const

/** Trivy's JSON: config, image and file system reports, clusters in both shapes, compliance reports. */
export const trivyReader: ScanReader = {
  id: 'trivy',
  label: 'Trivy',
  detect: ({ documents }) =>
    documents.some(
      (document) =>
        isReport(document) || isCluster(document) || isCompliance(document) || isBareList(document),
    ),
  read: ({ documents }) => {
    const compliance = documents.filter(isCompliance)
    if (compliance.length > 0) return readCompliance(compliance)
    const parts = documents.flatMap((document) => {
      if (isBareList(document))
        return (document as readonly Json[]).map((result) => readTrivyResults([result], undefined))
      if (isCluster(document))
        return CLUSTER_LISTS.flatMap((list) =>
          objectsAt(document, list).map((resource) =>
            readTrivyResults(resultsOf(resource), placeOf(resource)),
          ),
        )
      return [readTrivyResults(objectsAt(document, 'Results'), undefined)]
    })
    return newScan('trivy', {
      toolVersion: textAt(documents[0], 'Trivy', 'Version') ?? null,
      startedAt: textAt(documents[0], 'CreatedAt') ?? null,
      checks: parts.flatMap(({ checks }) => checks),
      warnings: [...new Set(parts.flatMap(({ warnings }) => warnings))].slice(0, 50),
    })
  },
}

function isReport(document: Json): boolean {
  if (!hasFields(document, 'ArtifactName') && !hasFields(document, 'SchemaVersion', 'Results')) return false
  return !hasFields(document, 'runs')
}

function isCluster(document: Json): boolean {
  return hasFields(document, 'ClusterName') && CLUSTER_LISTS.some((list) => hasFields(document, list))
}

/** Before version 0.20 a report was the list of its results. */
function isBareList(document: Json): boolean {
  return (
    Array.isArray(document) &&
    document.length > 0 &&
    document.every(
      (one) =>
        hasFields(one, 'Target') &&
        (hasFields(one, 'Type') || hasFields(one, 'Vulnerabilities') || hasFields(one, 'Class')),
    )
  )
}

/** A resource of a cluster may have been left out with an error, or hold its results directly. */
function resultsOf(resource: Json): Json[] {
  const results = at(resource, 'Results')
  return Array.isArray(results) ? [...results] : []
}

function placeOf(resource: Json): string {
  const parts = [textAt(resource, 'Namespace'), textAt(resource, 'Kind'), textAt(resource, 'Name')]
  return parts.filter((part) => part !== undefined).join('/')
}
