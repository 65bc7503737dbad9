import type { SourceLine } from '@/lib/importers/submission/source-lines'
import { dropAccents } from '@/lib/importers/submission/stride-words'
import type { SubmittedFinding } from '@/lib/importers/submission/submission'

// Whether a failed check is said to be hardened: carried out, not carried out, or neither.

const stillOpen =
  /\bstill (?:open|fail\w*|says?|shows?|there|reported|present|not|a fail)|\bafter\s*[:=-]?\s*\[?fail|\b(?<!if it is |alternatively, it is |where it is )not (?:possible|fixed|done|solved|resolved|applied|feasible|yet (?:fixed|done))\b|\bdoes not (?:show|work)|\bcould not be (?:fixed|applied|done)|\bcannot be (?:fixed|applied|done)|\bremains? (?:open|fail\w*)|\bsigue (?:fallando|abierto)|\bno se pudo|\bnao (?:foi possivel|resolvido|corrigido)|\bsem correcao|\btried it but/i
const carriedOut =
  /\bnow\s*[:=]?\s*\[?pass|\bafter\s*[:=-]?\s*\[?pass|^\W*fixed\b|[:,]\s*(?:done|fixed|resolved|applied)\b|\b(?:was|were|is|has been|have been|is now|are now|got) (?:now )?(?:fixed|resolved|done|applied|corrected|remediated|hardened|removed|solved)\b|\b(?:i|we) (?:have |then |also |now |just )?(?:fixed|resolved|applied|changed|corrected|hardened|removed|enabled|disabled|configured|installed|added|created|started|ran|reloaded|rebuilt|moved|switched)\b|\b(?:i|we) now \w+|\bno longer (?:fails|reported|listed)|\b(?:passes|pass|passed|shows? \[?pass\]?) now\b|\breloaded, now\b|\b(?:status|result|state)\s*[:=]\s*\[?(?:pass|fixed|done|resolved)|\bcorrigido\b|\bresolvido\b|\barreglado\b|\bsolucionado\b|\bcorregido\b|\bhecho\b|\baplicado\b|\bdone (?:on|for|in)\b|→\s*\[?pass|->\s*\[?pass/im

/** Outcomes in a few words, as a status is given: "Result: PASS", "=> PASS", "the re-run is green". */
const closed =
  /(?:=>|→|->|\b(?:result|status|state|outcome|re-?run|second run|rescan|hardened|fixed|done)\s*[:=|]?)\s*\[?(?:pass(?:ed|es)?|ok(?:ay)?|fixed|done|green|closed|resolved|yes)\b|\b(?:it|check|test|run|re-?run|scan|control|this|which|and|finding) (?:now )?(?:passes|passed|is (?:now )?(?:ok|green|gone|closed|clean|satisfied))\b|\b(?:came|comes) (?:out|back) (?:as |with )?(?:ok|green|clean|pass)|[.,;] ?pass(?:es|ed)\b|\bverified (?:with|by|in) (?:a|the) (?:second|new|another|re-?)\s?-?(?:run|scan)|\(?[^)\n]{0,40}\)?\s*[:–-]\s*(?:done|fixed|closed|resolved)\b(?! by)/i
const undone =
  /(?:=>|→|->|\b(?:result|status|state|outcome|hardened|fixed|done)\s*[:=|]?)\s*\[?(?:warn|fail(?:ed|s)?|no|not|open|pending|skipped|still)\b|(?:^|[.;:,] )(?:skipped|not (?:done|fixed|changed|applied|possible)|could not|cannot|can not|left (?:as it is|open)|open)\b(?! source)/im
/** What was done, in the past tense at the start of a clause: "Added a user", "switched to overlay2". */
const acted =
  /(?:^|[.:;,)–—] |=> ?| - )(?:then |also |now |i |we )?(?:was |were |has been |is now )?(?:added|changed|switched|enabled|disabled|removed|limited|configured|restricted|corrected|generated|restarted|remounted|created|applied|installed|updated|replaced|reverted|moved|rebuilt|dropped|hardened)\b|(?:^|[.;:,] )(?:the )?(?:\w+ )?(?:certificates?|files?|flags?|settings?|options?|container|daemon|dockerd|user|images?|keys?) (?:was |were )?(?:generated|corrected|added|removed|changed|updated|restarted|rebuilt|enabled|disabled)\b|\b(?:a|an|the) [\w-]+(?: [\w-]+)? (?:was|were) (?:then |also |now )?(?:added|changed|switched|enabled|disabled|removed|corrected|replaced|created|applied|installed|updated|moved|rebuilt|dropped)\b|\b(?:i|we) (?:\w+ )?(?:limited|restricted|replaced|updated|set up|rebuilt|mounted|restarted|dropped|generated|pinned|upgraded|created)\b/im

/** True: said to be carried out. False: said not to be. Null: advice, a plan, or nothing. */
export function fixedOf(text: string): boolean | null {
  const plain = dropAccents(text)
  if (stillOpen.test(plain) || undone.test(plain)) return false
  return carriedOut.test(plain) || closed.test(plain) || acted.test(plain) ? true : null
}

/**
 * Findings with what the rest of the text says of them: a later run that passes the check, or a sentence elsewhere that
 * names its number. What a finding says itself stands.
 */
export function withLaterWords(
  findings: readonly SubmittedFinding[],
  lines: readonly SourceLine[],
): SubmittedFinding[] {
  const passed = new Map<string, number>()
  const said: { number: number; sentence: string; ids: Set<string> }[] = []
  for (const { raw, number, isBlank } of lines) {
    if (isBlank) continue
    const id = raw
      .slice(0, 200)
      .match(/^[\s*_`>|-]*\[?\s*pass(?:ed)?\s*\]?[\s:*-]*(\d{1,2}(?:\.\d{1,2}){1,2})\b/i)?.[1]
    if (id) passed.set(id, number)
    else if (!/^[\s*_`>|#-]*(?:\[|\d)/.test(raw))
      for (const sentence of raw.slice(0, 4_000).split(/(?<=[.!;])\s+/)) {
        const ids = new Set(sentence.match(/(?<![\d.])\d{1,2}(?:\.\d{1,2}){1,2}(?![\d]|\.\d|%)/g) ?? [])
        if (ids.size > 0) said.push({ number, sentence, ids })
      }
  }
  return findings.map((finding) => {
    const { id, fixed, firstLine, lastLine } = finding
    if (fixed !== null || id === null) return finding
    if ((passed.get(id) ?? 0) > lastLine) return { ...finding, fixed: true }
    const elsewhere = said.filter(
      ({ number, ids }) => ids.has(id) && (number < firstLine || number > firstLine),
    )
    const answers = elsewhere.map(({ sentence }) => fixedOf(sentence.replace(/[\d.]*\d/g, ' ').trim()))
    return { ...finding, fixed: answers.find((answer) => answer !== null) ?? null }
  })
}
