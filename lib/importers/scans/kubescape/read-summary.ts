import { compareCount, foundCheck } from '@/lib/importers/scans/found-check'
import {
  type Json,
  type JsonObject,
  numberAt,
  objectFieldsAt,
  objectsAt,
  textAt,
  textsAt,
} from '@/lib/importers/scans/json/json-node'
import { readStatus, resourcePath, severityOf } from '@/lib/importers/scans/kubescape/control-status'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'

/** One check per control and resource, and one for a control that was tried on no resource. */
export function readSummary(document: Json): { checks: FoundCheck[]; warnings: string[] } {
  const controls = new Map(objectFieldsAt(document, 'summaryDetails', 'controls'))
  const failed = new Map<string, number>()
  const tried = new Set<string>()
  const checks = objectsAt(document, 'results').flatMap((result) => {
    const resource = resourcePath(textAt(result, 'resourceID') ?? '')
    return objectsAt(result, 'controls').map((entry) => {
      const id = textAt(entry, 'controlID') ?? ''
      const { status, word } = readStatus(entry)
      tried.add(id)
      if (status === 'fail') failed.set(id, (failed.get(id) ?? 0) + 1)
      return toCheck(id, entry, controls.get(id), { status, word, resource })
    })
  })
  for (const [id, control] of controls)
    if (!tried.has(id)) checks.push(toCheck(id, control, control, readStatus(control)))
  return { checks, warnings: compareResources(controls, failed, objectsAt(document, 'results').length > 0) }
}

function toCheck(
  id: string,
  entry: JsonObject,
  control: JsonObject | undefined,
  verdict: { status: FoundCheck['status']; word: string | undefined; resource?: string },
): FoundCheck {
  return foundCheck({
    id,
    line: entry.line,
    word: verdict.word,
    title: textAt(entry, 'name') ?? textAt(control, 'name'),
    status: verdict.status,
    details: failedPaths(entry).join('\n'),
    resource: verdict.resource,
    severity: severityOf(numberAt(control, 'scoreFactor')),
    key: `kubescape:${id}`,
  })
}

/** Where in the resource a rule failed; what stands there is not kept. */
function failedPaths(entry: JsonObject): string[] {
  const paths = objectsAt(entry, 'rules').flatMap((rule) =>
    objectsAt(rule, 'paths').flatMap((path) => [
      ...textsAt(path, 'failedPath'),
      ...textsAt(path, 'reviewPath'),
      ...textsAt(path, 'fixPath', 'path'),
    ]),
  )
  return [...new Set(paths)].slice(0, 30)
}

function compareResources(
  controls: ReadonlyMap<string, JsonObject>,
  failed: ReadonlyMap<string, number>,
  listed: boolean,
): string[] {
  if (!listed) return []
  return [...controls].flatMap(([id, control]) =>
    compareCount(
      `failed resources for ${id}`,
      numberAt(control, 'ResourceCounters', 'failedResources') ??
        numberAt(control, 'resourceCounters', 'failedResources'),
      failed.get(id) ?? 0,
    ),
  )
}
