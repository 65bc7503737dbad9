import { compareCount, foundCheck, toStatus } from '@/lib/importers/scans/found-check'
import {
  type Json,
  type JsonObject,
  numberAt,
  objectsAt,
  textAt,
  textsAt,
} from '@/lib/importers/scans/json/json-node'
import { ruleKey } from '@/lib/importers/scans/rule-id'
import type { FoundCheck } from '@/lib/importers/scans/scan-extract'

export type TrivyPart = { checks: FoundCheck[]; warnings: string[] }

/** Checks of a report's results. `place` is the workload they are of; without it, the target file or image stands in. */
export function readTrivyResults(results: readonly Json[], place: string | undefined): TrivyPart {
  const parts = results.map((result) => readResult(result, place))
  return {
    checks: parts.flatMap(({ checks }) => checks),
    warnings: parts.flatMap(({ warnings }) => warnings),
  }
}

function readResult(result: Json, place: string | undefined): TrivyPart {
  const target = textAt(result, 'Target')
  const resource = place || target
  const found = objectsAt(result, 'Misconfigurations').map((entry) =>
    misconfiguration(entry, resource, target),
  )
  const failures = found.filter(({ status }) => status === 'fail').length
  const licences = objectsAt(result, 'Licenses').length
  const stated = found.length > 0 ? numberAt(result, 'MisconfSummary', 'Failures') : undefined
  return {
    checks: [
      ...found,
      ...objectsAt(result, 'Vulnerabilities').map((entry) => vulnerability(entry, resource)),
      ...objectsAt(result, 'Secrets').map((entry) => secret(entry, resource)),
    ],
    warnings: [
      ...compareCount(`failures in ${target ?? 'a target'}`, stated, failures),
      ...(licences > 0 ? ['Entries on licences are no security findings. They were left out.'] : []),
    ],
  }
}

function misconfiguration(
  entry: JsonObject,
  resource: string | undefined,
  target: string | undefined,
): FoundCheck {
  const word = textAt(entry, 'Status')
  const id = textAt(entry, 'ID') ?? textAt(entry, 'AVDID') ?? ''
  const line = textAt(entry, 'CauseMetadata', 'StartLine')
  const cause = textAt(entry, 'CauseMetadata', 'Resource')
  const where = target && line && line !== '0' ? `${target}:${line}` : undefined
  return foundCheck({
    id,
    line: entry.line,
    word,
    title: textAt(entry, 'Title'),
    status: toStatus(word ?? 'FAIL') ?? 'fail',
    details: [textAt(entry, 'Message'), where, cause].filter((part) => part !== undefined).join('\n'),
    resource,
    severity: textAt(entry, 'Severity'),
    key: ruleKey('trivy', id),
  })
}

function vulnerability(entry: JsonObject, resource: string | undefined): FoundCheck {
  const id = textAt(entry, 'VulnerabilityID') ?? ''
  const fixed = textAt(entry, 'FixedVersion')
  const name = [textAt(entry, 'PkgName'), textAt(entry, 'InstalledVersion')].filter(Boolean).join(' ')
  const word = textAt(entry, 'Status')
  return foundCheck({
    id,
    line: entry.line,
    word,
    title: textAt(entry, 'Title') ?? `${id} in ${textAt(entry, 'PkgName') ?? 'a package'}`,
    status: word === 'not_affected' ? 'pass' : 'fail',
    details: fixed ? `${name}, fixed in ${fixed}` : name,
    resource,
    severity: textAt(entry, 'Severity'),
    key: `vulnerability:${id}`,
  })
}

/** Only the rule and the place: the text that was matched, and the lines around it, are the secret. */
function secret(entry: JsonObject, resource: string | undefined): FoundCheck {
  const id = textAt(entry, 'RuleID') ?? ''
  const line = textAt(entry, 'StartLine')
  return foundCheck({
    id,
    line: entry.line,
    word: undefined,
    title: textAt(entry, 'Title') ?? textsAt(entry, 'Category')[0],
    status: 'fail',
    details: line ? `Line ${line} of the target.` : undefined,
    resource: resource && line ? `${resource}:${line}` : resource,
    severity: textAt(entry, 'Severity'),
    key: `trivy:${id}`,
  })
}
