import { compareCount, foundCheck } from '@/lib/importers/scans/found-check'
import { type Json, type JsonObject, numberAt, objectsAt, textAt } from '@/lib/importers/scans/json/json-node'
import { readStatus, severityOf } from '@/lib/importers/scans/kubescape/control-status'
import type { FoundCheck, ScanStatus } from '@/lib/importers/scans/scan-extract'

/** The first schema: frameworks with controls, whose rules name the resources that failed. */
export function readPosture(document: Json): { checks: FoundCheck[]; warnings: string[] } {
  const seen = new Set<string>()
  const warnings: string[] = []
  const checks = frameworksIn(document)
    .flatMap((framework) => [...objectsAt(framework, 'controlReports'), ...objectsAt(framework, 'controls')])
    .flatMap((control) => {
      const id = textAt(control, 'controlID') ?? textAt(control, 'id') ?? ''
      // The same control is listed under every framework that has it.
      if (seen.has(id)) return []
      seen.add(id)
      const found = readControl(id, control)
      const failed = found.filter(({ status, resource }) => status === 'fail' && resource !== null).length
      if (failed > 0)
        warnings.push(
          ...compareCount(`failed resources for ${id}`, numberAt(control, 'failedResources'), failed),
        )
      return found
    })
  return { checks, warnings }
}

function frameworksIn(document: Json): Json[] {
  if (Array.isArray(document)) return document.flatMap((one) => frameworksIn(one))
  const inner = ['frameworks', 'frameworkReports', 'FrameworkReports'].flatMap((name) =>
    objectsAt(document, name),
  )
  return [document, ...inner]
}

function readControl(id: string, control: JsonObject): FoundCheck[] {
  const rules = [...objectsAt(control, 'ruleReports'), ...objectsAt(control, 'rules')]
  const responses = rules.flatMap((rule) => objectsAt(rule, 'ruleResponses'))
  const names = new Set(responses.flatMap((response) => resourcesOf(response)))
  const verdict = verdictOf(control, rules, responses)
  const make = (resource: string | undefined) =>
    foundCheck({
      id,
      line: control.line,
      word: verdict.word,
      title: textAt(control, 'name'),
      status: verdict.status,
      resource,
      severity: severityOf(numberAt(control, 'baseScore') ?? numberAt(control, 'scoreFactor')),
      key: `kubescape:${id}`,
    })
  return names.size > 0 ? [...names].map(make) : [make(undefined)]
}

function verdictOf(
  control: JsonObject,
  rules: readonly JsonObject[],
  responses: readonly JsonObject[],
): { status: ScanStatus; word: string | undefined } {
  const own = readStatus(control)
  if (own.word !== undefined) return own
  const words = rules.flatMap((rule) => textAt(rule, 'ruleStatus', 'status') ?? [])
  if (responses.length > 0 || (numberAt(control, 'failedResources') ?? 0) > 0)
    return { status: 'fail', word: words[0] ?? 'failed' }
  if ((numberAt(control, 'warningResources') ?? 0) > 0) return { status: 'warn', word: words[0] ?? 'warning' }
  return words.includes('skipped') || words.includes('error')
    ? { status: 'skip', word: 'skipped' }
    : { status: 'pass', word: words[0] ?? 'passed' }
}

function resourcesOf(response: JsonObject): string[] {
  return [
    ...objectsAt(response, 'alertObject', 'k8sApiObjects'),
    ...objectsAt(response, 'alertObject', 'k8SApiObjects'),
  ].map((object) => {
    const parts = [
      textAt(object, 'metadata', 'namespace'),
      textAt(object, 'kind'),
      textAt(object, 'metadata', 'name') ?? textAt(object, 'name'),
    ]
    return parts.filter((part) => part !== undefined).join('/')
  })
}
