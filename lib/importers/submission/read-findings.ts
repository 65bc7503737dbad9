import type { Catalogue } from '@/lib/catalogue/catalogue'
import { findControl } from '@/lib/catalogue/control-keys'
import { readLabel } from '@/lib/importers/submission/category-label'
import { fixedOf } from '@/lib/importers/submission/fixed'
import type { SourceLine } from '@/lib/importers/submission/source-lines'
import type { SubmittedFinding } from '@/lib/importers/submission/submission'

/** `own`: the part of a line that is about this number alone, where the line holds several. */
type Found = { id: string | null; title: string; at: number; own?: string }

const ID = String.raw`(?<![\d.])\d{1,2}(?:\.\d{1,2}){1,2}(?:\.?[a-e](?![a-z]))?(?![\d]|\.\d|%)`
const status = String.raw`(?:\[?\s*(?:fail(?:ed|ure|s)?|warn(?:ing)?|error|fixed|fallo|falha)\s*\]?)`
const lead =
  '(?:finding|check|item|test|error|issue|rule|control|section|id|cis|docker[- ]?bench(?:mark)?|benchmark|hallazgo|achado|prueba|failure|recommendation|hardening)'
const opens = new RegExp(
  String.raw`^[\s*_\x60#>"'\[(|]*(?:\d{1,2}\s?[.):]\s?(?=[\[\s*]|fail))?[\s*_\x60]*(?:${status}[\s:*_\x60\])-]*)?(?:(?:${lead})\s*(?:no\.?|#)?\s*(?:\d{1,2}(?!\.\d)\b)?[\s:.)\-–—#*]*){0,3}(?:${status}[\s:*_\x60\])-]*)?[\[("']?(${ID})`,
  'i',
)
const nextId = new RegExp(
  String.raw`^[\])"']*\s*(?:,|/|\+|&|;|\band\b|\be\b|\by\b|\bor\b|\(?(?:see )?also|\s)+\s*(?:and |&\s*|${status}\s*)?[\[(]?(${ID})`,
  'i',
)
const hasStatus = new RegExp(
  String.raw`^[\s*_\x60#>"'(\d.):|-]*(?:\[?\s*(?:fail(?:ed|ure)?|warn(?:ing)?)\s*\]|(?:error|fixed|fail(?:ed)?|finding|failure|fallo|falha)\s*:?\s*[\[(]?(?:${ID})(?!\s*(?:%|gb|mb)))`,
  'i',
)
/** Looks at the start only: a line can be 20 kB of digits. */
const isMarkedFailed = (text: string): boolean => hasStatus.test(text.slice(0, 160))
const passed = /^[\s*_`#>"'(\d.):-]*\[?\s*(?:pass(?:ed)?|info|note)\s*\]/i
const clusterWords =
  /--[a-z-]{6,}|\b(?:kubelet|kubernetes|kube-\w+|etcd|api ?server|apiserver|controller manager|pods?|rbac|admission|service account|--\w+ argument)\b/i
/** Flags of Docker's own commands, which say nothing of a cluster. */
const dockerFlags =
  /--(?:security-opt|cpu-shares|cpus|memory|pids-limit|tls\w*|read-only|restart|userns-remap|live-restore|userland-proxy|log-\w+|cap-\w+|privileged|network|(?:default-)?ulimit|health-\w+|authorization-plugin|no-new-privileges|insecure-registry|storage-\w+|cgroup-parent|iptables|volumes?|device|default-\w+)[\w-]*/gi
const benchLine = /\b(docker|kube)[ -]?bench\b/i

/** Whether a line opens a finding by its own look, wherever it stands. */
export function looksLikeFinding(line: SourceLine): boolean {
  return !line.isBlank && !line.isCode && isMarkedFailed(line.raw) && !passed.test(line.raw)
}

/**
 * Reads the findings of lines that may hold some. `strict` asks for a status word before the number, as in a part that
 * is not about findings. Ids are given as written; one line can hold several.
 */
export function readFindings(
  lines: readonly SourceLine[],
  catalogue: Pick<Catalogue, 'controls'>,
  options: { strict: boolean; version: string | undefined; heading?: string },
): SubmittedFinding[] {
  const starts: { at: number; found: Found[]; isCluster: boolean }[] = []
  let isCluster = /kube[ -]?bench/i.test(options.heading ?? '') && !/docker/i.test(options.heading ?? '')
  for (const [at, line] of lines.entries()) {
    if (line.isBlank || line.isCode || line.isRule) continue
    const tool = line.raw.match(benchLine)?.[1]?.toLowerCase()
    const found = findIn(line, at, options.strict)
    if (tool && found.length === 0) isCluster = tool === 'kube'
    if (found.length > 0)
      starts.push({ at, found, isCluster: isCluster || isOfCluster(found[0]?.title ?? '') })
  }
  const kept = options.strict ? starts : dropStrayNumbers(starts, lines)
  return kept.flatMap(({ at, found, isCluster: cluster }, order) => {
    const to = endOf(lines, at, (kept[order + 1]?.at ?? lines.length) - 1)
    const block = lines.slice(at, to + 1)
    return found.map((one) => readFinding(one, block, cluster, catalogue, options.version))
  })
}

function findIn(line: SourceLine, at: number, strict: boolean): Found[] {
  const text = line.raw.trim().slice(0, 1_500)
  if (passed.test(text) || /^(?:https?:|www\.)/i.test(text)) return []
  // Below a check docker-bench lists what it met: no checks of their own.
  if (/^\[(?:warn|fail)\]\s+\*\s/i.test(text)) return []
  const isMarked = isMarkedFailed(text)
  if (strict && !isMarked) return []
  const label = isMarked ? undefined : readLabel(line.body)
  const isBelowCategory = label?.where === 'start' && new RegExp(`^${ID}`).test(label.rest)
  const stripped = isBelowCategory ? label.rest : stripMarker(line, text)
  const match = stripped.match(opens)
  if (!match?.[1]) {
    const title = text.replace(hasStatus, '').replace(/^[\s*_`\]):.-]+/, '')
    return isMarked && title.split(/\s+/).length >= 3 && !/\bx\.x\b/i.test(title)
      ? [{ id: null, title, at }]
      : []
  }
  const found: Found[] = [{ id: match[1], title: '', at }]
  let rest = stripped.slice(match[0].length)
  for (let more = rest.match(nextId); more?.[1] && found.length < 20; more = rest.match(nextId)) {
    found.push({ id: more[1], title: '', at })
    rest = rest.slice(more[0].length)
  }
  if (!isMarked && isOtherNumber(stripped.slice(0, match[0].length), rest)) return []
  const title = rest.replace(/^(?:[\s\])"':.,|–—*_`]|-(?!-)(?<!--))+/, '').replace(/[*_`]+|\s*\|.*$/g, '')
  if (found.length > 1) return found
  return withNumbersBetween({ ...(found[0] as Found), title })
}

/** "5.10 memory, 5.11 processor time": numbers with their titles in one line. */
function withNumbersBetween(first: Found): Found[] {
  const parts = first.title.split(
    new RegExp(
      String.raw`(?:[,;/&+]|\band\b|\by\b|[.!]\s)\s*(?:and )?[\[(]?(?=${ID}[\])]?\s+\(?\p{L})`,
      'iu',
    ),
  )
  if (parts.length < 2) return [first]
  return parts.map((part, at) => {
    if (at === 0) return { ...first, title: part.trim(), own: part }
    const id = part.match(new RegExp(`^${ID}`, 'i'))?.[0] ?? null
    return { id, title: part.slice(id?.length ?? 0).replace(/^[\s\]):-]+/, ''), at: first.at, own: part }
  })
}

/** The text without the list marker, unless what looks like one belongs to the number. */
function stripMarker(line: SourceLine, text: string): string {
  if (!line.marker || line.marker === 'threat') return text.replace(/^(?:#+\s*|>\s*)+/, '')
  return line.marked
}

/** Versions, amounts, times and addresses are no checks. */
function isOtherNumber(before: string, rest: string): boolean {
  if (/\bv$/i.test(before.replace(/[\d.a-e]+$/i, ''))) return true
  return /^\s*(?:GB|MB|KB|GiB|MiB|ms|s\b|sec|seconds?|minutes?|hours?|%|percent|x\b|cluster|release|version)/i.test(
    rest,
  )
}

/** In a part about findings, a number without status word or title is one only among its like. */
function dropStrayNumbers<T extends { at: number; found: Found[] }>(
  starts: T[],
  lines: readonly SourceLine[],
): T[] {
  const marked = starts.filter(({ at }) => isMarkedFailed(lines[at]?.raw ?? '')).length
  if (marked === 0) return starts
  return starts.filter(({ at, found }) => {
    const line = lines[at] as SourceLine
    if (isMarkedFailed(line.raw)) return true
    const title = found[0]?.title ?? ''
    return (
      line.marker !== '' ||
      line.heading > 0 ||
      /^(?:ensure|make sure|do not|only|verify|use|enable|restrict|set|\W*$)/i.test(title)
    )
  })
}

function endOf(lines: readonly SourceLine[], from: number, to: number): number {
  let end = to
  while (end > from && (lines[end]?.isBlank || lines[end]?.isRule)) end--
  for (let at = from + 1; at <= end; at++) {
    const line = lines[at] as SourceLine
    if (line.isBlank) continue
    const isGroup = line.heading > 0 && line.heading < (lines[from]?.heading || 7)
    if (isGroup || passed.test(line.raw) || (benchLine.test(line.raw) && line.body.length < 60)) {
      let last = at - 1
      while (last > from && (lines[last]?.isBlank || lines[last]?.isRule)) last--
      const before = lines[last]
      return before && last > from && /:$/.test(before.body) && lines[last - 1]?.isBlank && !isGroup
        ? trim(lines, from, last - 1)
        : last
    }
  }
  return end
}

function trim(lines: readonly SourceLine[], from: number, to: number): number {
  let end = to
  while (end > from && lines[end]?.isBlank) end--
  return end
}

function readFinding(
  one: Found,
  block: readonly SourceLine[],
  isCluster: boolean,
  catalogue: Pick<Catalogue, 'controls'>,
  version: string | undefined,
): SubmittedFinding {
  const framework = isCluster ? 'cis-kubernetes' : 'cis-docker'
  const title = one.title.slice(0, 300)
  const match = findControl(catalogue, {
    framework,
    id: one.id ?? undefined,
    title: title || undefined,
    version: isCluster ? undefined : version,
  })
  const spoken = block.filter(({ isBlank, isRule }) => !isBlank && !isRule)
  return {
    framework,
    id: one.id,
    title,
    fixed: fixedOf(spoken.length === 1 && one.own ? one.own : spoken.map(saidIn).join('\n')),
    key: match.key ?? null,
    version: match.version ?? null,
    why: match.why,
    ...(match.mismatch ? { mismatch: match.mismatch } : {}),
    firstLine: block[0]?.number ?? 0,
    lastLine: block.at(-1)?.number ?? 0,
  }
}

/** A row of a table says what its columns are: "Status: fixed". */
function saidIn({ raw, cells }: SourceLine): string {
  return cells ? cells.map(({ head, text }) => `${head}: ${text}`).join('\n') : raw.trim()
}

/** Whether a check's title is of a cluster's benchmark; what is said after the title may speak of anything. */
function isOfCluster(title: string): boolean {
  const [own = ''] = title.split(/[.!?]\s/)
  return clusterWords.test(own.replace(dockerFlags, ' '))
}
