import type { Claim } from '@/lib/coursework/claim'
import { type Sentence, sentencesOf } from '@/lib/coursework/sentences'
import type { LineSpan, Submission, SubmittedThreat } from '@/lib/importers/submission/submission'

/** Something that needs a look: never a verdict. `line` from 1. */
type FoundClaim = { line: number; kind: Claim['kind']; topic: string; why: string; source: string }

type Phrasing = Claim['phrasings'][number]
type Compiled = { claim: Claim; phrasing: Phrasing; all: RegExp[]; none: RegExp[] }

const compiled = new WeakMap<readonly Claim[], Compiled[]>()

/** Finds statements of a text that are wrong or outdated, each topic once a line, in the order of the text. */
export function findClaims(text: string, submission: Submission, claims: readonly Claim[]): FoundClaim[] {
  if (submission.unreadable) return []
  const found = new Map<string, FoundClaim>()
  const add = (line: number, { topic, kind, why, source }: Omit<FoundClaim, 'line'>) => {
    const key = `${line} ${topic}`
    if (!found.has(key)) found.set(key, { line, kind, topic, why, source })
  }
  const rules = compile(claims)
  const seen = new Set<string>()
  let before: Sentence | undefined
  for (const sentence of sentencesOf(text)) {
    const threat = submission.threats.find((one) => holds(one, sentence.firstLine))
    const finding = submission.findings.find((one) => holds(one, sentence.firstLine))
    const previous = before && threat && holds(threat, before.firstLine) ? before : undefined
    before = sentence
    for (const rule of rules) {
      if (!isInCategory(rule.phrasing, threat)) continue
      const line = lineOf(rule, sentence, previous)
      if (line === undefined) continue
      // One item that says it twice says it once.
      const once = `${threat?.firstLine ?? finding?.firstLine ?? line} ${rule.claim.topic}`
      if (seen.has(once)) continue
      seen.add(once)
      add(line, rule.claim)
    }
  }
  for (const finding of submission.findings) {
    if (finding.mismatch && finding.key === null) add(finding.firstLine, mismatchOf(finding.mismatch))
  }
  return [...found.values()].sort((a, b) => a.line - b.line || (a.topic < b.topic ? -1 : 1))
}

function mismatchOf(why: string): Omit<FoundClaim, 'line'> {
  return {
    kind: 'wrong',
    topic: 'check-number-and-title-differ',
    why,
    source: 'https://www.cisecurity.org/benchmark/docker',
  }
}

function compile(claims: readonly Claim[]): Compiled[] {
  const known = compiled.get(claims)
  if (known) return known
  const toPatterns = (sources: readonly string[] = []) => sources.map((source) => new RegExp(source, 'i'))
  const rules = claims.flatMap((claim) =>
    claim.phrasings.map((phrasing) => ({
      claim,
      phrasing,
      all: toPatterns(phrasing.all),
      none: toPatterns(phrasing.none),
    })),
  )
  compiled.set(claims, rules)
  return rules
}

function holds({ firstLine, lastLine }: LineSpan, line: number): boolean {
  return line >= firstLine && line <= lastLine
}

function isInCategory({ inCategory }: Phrasing, threat: SubmittedThreat | undefined): boolean {
  return (
    inCategory === undefined || (threat?.categories.some((letter) => inCategory.includes(letter)) ?? false)
  )
}

/** The line of the first pattern's match, when the phrasing fits the sentence, or the sentence and the one before. */
function lineOf({ all, none, phrasing }: Compiled, sentence: Sentence, before: Sentence | undefined) {
  if (fits(all, none, sentence.text))
    return sentence.lineAt(Math.max(0, sentence.text.search(all[0] as RegExp)))
  if (!phrasing.near || !before) return undefined
  const last = all.at(-1) as RegExp
  if (!all.slice(1).some((pattern) => pattern.test(sentence.text)) && !last.test(sentence.text))
    return undefined
  if (!fits(all, none, `${before.text} ${sentence.text}`)) return undefined
  const at = sentence.text.search(last)
  return at >= 0 ? sentence.lineAt(at) : before.firstLine
}

function fits(all: readonly RegExp[], none: readonly RegExp[], text: string): boolean {
  return all.every((pattern) => pattern.test(text)) && !none.some((pattern) => pattern.test(text))
}
