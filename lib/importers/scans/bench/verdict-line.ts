/** A line with a bracketed verdict: a check (or a heading, which has the same shape), a remark on it, or a free note. */
export type VerdictLine =
  | { kind: 'check'; word: string; id: string; dash: boolean; title: string }
  | { kind: 'remark'; word: string; text: string }
  | { kind: 'note'; word: string; text: string }

const VERDICT = /\[\s*(PASS|FAIL|WARN|INFO|NOTE)\s*\]/i
/** What stands before a verdict in quotations, listings, logs of containers and the output of grep, piece by piece. */
const BEFORE =
  /\s+|\d{4}-\d\d-\d\d[T ][\d:.,+Z-]+|[\w./\\-]+:(?:\d+:)?|[\w.-]+\s*\||\[(?:pod|container)\/[^\]]*\]|\d+[:.)-]|[>*•|`-]/y
const CHECK = /^((?:V-)?\d+(?:\.\d+)*(?:\.?[a-z])?|C(?:\.\d+)*)(?::|\.)?\s+([-\u2013\u2014]\s+)?(\S.*)$/

/** Reads a line with a verdict; undefined when it has none. Surrounding marks of quotations and logs are passed over. */
export function readVerdictLine(line: string): VerdictLine | undefined {
  const verdict = VERDICT.exec(line.slice(0, 240))
  if (!verdict?.[1]) return undefined
  if (!isOnlyMarks(line.slice(0, verdict.index))) return undefined
  const word = verdict[1].toUpperCase()
  const rest = line
    .slice(verdict.index + verdict[0].length)
    .replace(/[`\s|]+$/, '')
    .trimStart()
  const check = CHECK.exec(rest)
  if (check?.[1] && check[3])
    return {
      kind: 'check',
      word,
      id: check[1],
      dash: check[2] !== undefined,
      title: withoutId(check[1], check[3]),
    }
  const remark = /^\*+\s*(.*)$/.exec(rest)
  if (remark) return { kind: 'remark', word, text: remark[1] ?? '' }
  return { kind: 'note', word, text: rest }
}

function isOnlyMarks(text: string): boolean {
  BEFORE.lastIndex = 0
  while (BEFORE.lastIndex < text.length) if (!BEFORE.test(text)) return false
  return true
}

/** Some titles repeat their number. */
function withoutId(id: string, title: string): string {
  return title.startsWith(`${id} `) ? title.slice(id.length + 1).trimStart() : title.trim()
}

/** Titles end like this in every version since the benchmarks told automatic from manual checks. */
export function endsLikeTitle(title: string): boolean {
  return /\((?:(?:not )?scored|automated|manual)\)(?:\s*\([^)]*\))*$/i.test(title)
}
