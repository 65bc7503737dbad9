import { chooseRun, splitReruns } from '@/lib/importers/scans/bench/split-reruns'
import { compareCount, countOf, foundCheck, toStatus } from '@/lib/importers/scans/found-check'
import {
  at,
  hasFields,
  isObject,
  type Json,
  type JsonObject,
  numberAt,
  objectsAt,
  textAt,
} from '@/lib/importers/scans/json/json-node'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'

export type ControlJson = {
  checks: FoundCheck[]
  headings: string[]
  versions: string[]
  nodeTypes: string[]
  runs: number
  run: number
  warnings: string[]
}

type Verdict = Pick<FoundCheck, 'id' | 'word' | 'title' | 'status'> & {
  result: JsonObject
  nodeType: string | undefined
}

/** The control groups in documents: under `Controls`, in a bare list, or alone. */
export function controlsIn(documents: readonly Json[]): JsonObject[] {
  return documents
    .flatMap((document) => {
      if (Array.isArray(document)) return controlsIn(document)
      return [document, ...objectsAt(document, 'Controls'), ...objectsAt(document, 'controls')]
    })
    .filter(isObject)
    .filter(
      (group) =>
        hasFields(group, 'tests') &&
        Array.isArray(at(group, 'tests')) &&
        !hasFields(group, 'dockerbenchsecurity'),
    )
}

/** Reads the JSON that kube-bench and aquasecurity/docker-bench share, and compares every count that it states. */
export function readControlJson(documents: readonly Json[], wanted: number | undefined): ControlJson {
  const warnings: string[] = []
  const groups = controlsIn(documents)
  const readGroup = (group: JsonObject) => {
    const nodeType = textAt(group, 'node_type')
    const found = objectsAt(group, 'tests').flatMap((section) => {
      const name = `checks in section ${textAt(section, 'section') ?? ''}`
      const listed = objectsAt(section, 'results').map((result) => readVerdict(result, nodeType))
      warnings.push(...compareAll(section, '', listed, name))
      return listed
    })
    warnings.push(
      ...compareAll(
        group,
        'total_',
        found,
        `checks in all of ${textAt(group, 'text') ?? textAt(group, 'id') ?? 'a group'}`,
      ),
    )
    return found
  }
  const checks = documents.flatMap((document) => {
    const own = controlsIn([document]).flatMap(readGroup)
    warnings.push(...compareAll(at(document, 'Totals'), 'total_', own, 'checks in the totals'))
    return own
  })
  const runs = splitReruns(checks)
  const run = chooseRun(runs.length, wanted)
  return {
    checks: (runs[run - 1] ?? []).map(toCheck),
    headings: groups.flatMap((group) => textAt(group, 'text') ?? []),
    versions: [...new Set(groups.flatMap((group) => textAt(group, 'version') ?? []))],
    nodeTypes: groups.flatMap((group) => textAt(group, 'node_type') ?? []),
    runs: runs.length,
    run,
    warnings: warnings.slice(0, 50),
  }
}

function compareAll(
  stated: Json | undefined,
  prefix: string,
  checks: readonly Verdict[],
  where: string,
): string[] {
  return (['pass', 'fail', 'warn', 'info'] as const).flatMap((status) =>
    compareCount(
      `${status.toUpperCase()} ${where}`,
      numberAt(stated, `${prefix}${status}`),
      countOf(checks, status),
    ),
  )
}

function readVerdict(result: JsonObject, nodeType: string | undefined): Verdict {
  const word = textAt(result, 'status')?.trim() ?? ''
  return {
    result,
    nodeType,
    id: textAt(result, 'test_number') ?? textAt(result, 'section') ?? '',
    word,
    title: textAt(result, 'test_desc') ?? textAt(result, 'desc') ?? '',
    status: toStatus(word) ?? 'info',
  }
}

/** The command's output stays out: it may show other programs' arguments. */
function toCheck({ result, nodeType, id, word, title, status }: Verdict): FoundCheck {
  const expected = textAt(result, 'expected_result')
  const parts = [textAt(result, 'reason'), expected ? `Expected: ${expected}` : undefined]
  return foundCheck({
    id,
    line: result.line,
    word,
    title,
    status,
    details: parts.filter((part) => part !== undefined).join('\n'),
    resource: nodeType,
  })
}
