import { fieldOf, isNoAnswer } from '@/lib/importers/submission/fields'
import type { SourceLine } from '@/lib/importers/submission/source-lines'
import { dropAccents } from '@/lib/importers/submission/stride-words'

const verbs =
  'use|using|enable|disable|set|drop|move|give|keep|limit|put|patch|restrict|implement|ensure|avoid|remove|rotate|sign|scan|require|switch|run|mount|configure|apply|make sure|turn|create|add|pin|verify|encrypt|monitor|listen|wipe|limiting|define|deny|deploy|enforce|protect|harden|install|store|update|upgrade|validate|check|block|allow|close|lock|log|grant|isolate|separate|replace|take|start|approve|adopt|regularly|never|always|do not|only|prefer|employ|integrate|utilize|minimi[sz]e|reduce|secure|audit|review|bind|mask|tighten|ship|send|separate|build|approval|hand|read|queue|pull|mark|reject|demand|throttle|cap|whitelist|allowlist|authenticate|authori[sz]e|revoke|renew|vendor|freeze|filter|segment|forward|collect|centrali[sz]e|rebuild|refuse|reserve|split|train|educate|back up|pin'
const spanish =
  'usar|utilizar|limitar|configurar|activar|habilitar|deshabilitar|restringir|evitar|aplicar|implementar|firmar|cifrar|rotar|quitar|ligar|mascarar|tirar|criar|remover|ativar|desativar|crear|bloquear|exigir|poner|mover|guardar|validar|verificar|mandar|actualizar|atualizar|definir|desactivar'

const phrases = new RegExp(
  [
    String.raw`\b(?:can|could|may|should|must|has to|have to) be (?:\w+ )?(?:mitigated|prevented|avoided|remediated|reduced|addressed|solved|protected|limited|restricted|fixed|countered|minimi[sz]ed|set|enabled|disabled|removed|followed|secured|encrypted|blocked|used|owned|kept|rotated|turned|patched|signed|checked|verified|configured|monitored|audited)`,
    String.raw`\b(?:we|you|they|users?|admins?|administrators?|one|i|teams?|it) (?:should|must|need to|needs to|have to|has to|can (?:remediate|mitigate|prevent|avoid|fix|solve|set|enable|limit|use|sort out)|would|will (?:use|set|add))\b`,
    String.raw`\b(?:to|in order to) (?:avoid|prevent|mitigate|counter|remediate|fix|stop|address|protect against|reduce|solve|limit|contain|tackle|close) (?:this|that|it|these|such|the|a\b|an\b)`,
    String.raw`\b(?:mitigat(?:e|ed|ion)|prevention|countermeasure|remediat(?:e|ed|ion)|best practice|workaround|the fix|the way out|our answer|my answer|recommended|it is (?:important|better|best|advised|necessary|recommended)|better to|is to limit|needs? (?:a|an|to be|the) \w+)\b`,
    String.raw`\b(?:must|has to|have to|should|needs? to|ought to) (?:not )?be\b|\bwould (?:stop|prevent|avoid|help|fix|solve|end)\b|\b(?:we|i) (?:set|use|switched|moved|turned|close|closed|removed|now)\b`,
    String.raw`\b(?:we|i) (?:\w+ly |also |therefore |now )?(?:limit|restrict|prevent|mitigate|reduce|counter|avoid|block|deny|enforce|require|sign|scan|encrypt|rotate|verify|drop|pin)\b`,
    String.raw`\b(?:removes?|closes?|takes?|keeps?|catch(?:es)?|prevents?|blocks?|limits?|reduces?|mitigates?|contains?|stops?|ends?|solves?) (?:this|that|the|its) (?:risk|gap|hole|problem|threat|attack|danger|issue|place)\b|\b(?:catches|prevents|stops|blocks|limits|mitigates) (?:this|that|it|them)\b|\bin check\b|\bnow (?:gets?|has|have|runs?|uses?|requires?|needs?)\b|\b(?:is|are|was|were|has been|have been) (?:now )?replaced (?:by|with)\b|\bclos(?:es|ing) (?:this|that|the) gap\b`,
    String.raw`\b(?:one way to|is important to|are in the plan|is in the plan|take \\w+ away|is all that is needed|should not be|must not be|only root can)\b`,
    String.raw`\b(?:helps?|solves?|would do|would help|would have told|is enough|stops? (?:it|this|that)|helped)\b`,
    String.raw`\bdebe(?:n|ria|rian|mos)?\b|\bhay que\b|\bse (?:puede|debe|recomienda|mitiga|evita)\b|\bpara (?:evitar|mitigar|prevenir)\b|\bdeve(?:m|ria|mos)?\b|\bmitigar\b|\brecomend`,
  ].join('|'),
  'i',
)
const imperative = new RegExp(
  String.raw`(?:^|[.;!?:]\s+|\s[-–—]\s+)(?:please |then |so |just |simply )?(?:${verbs})\b(?! (?:of|is|are|was|were|can|may|cannot|to the|in the|has|have)\b)[ ,]`,
  'i',
)
const imperativeEs = new RegExp(String.raw`(?:^|[.;!?:]\s+|\s[-–—]\s+)(?:${spanish})\b`, 'i')
const clause = new RegExp(
  String.raw`[,;] (?:and |so |but )?(?:${verbs})\b (?:it|the|a|an|this|that|all|only|one|every|each|no|them)\b`,
  'i',
)

/** Whether an item says what to do, and the text of the line that starts with it. */
export function mitigationOf(lines: readonly SourceLine[], rest: string): { stated: boolean; text?: string } {
  const cell = lines
    .flatMap(({ cells }) => cells ?? [])
    .find(({ head }) => fieldOf(`${head}:`)?.kind === 'mitigation')
  // A table has a column for it: what stands there is the answer, and nothing is one too.
  if (cell)
    return isNoAnswer(cell.text) ? { stated: false } : { stated: true, text: cell.text.slice(0, 2_000) }
  const own = lines.find((line) => fieldOf(line.body)?.kind === 'mitigation')
  if (own) {
    const from = lines.indexOf(own)
    const words = lines.slice(from).filter((line) => !line.isBlank && !line.isCode)
    const text = words
      .map((line) => fieldOf(line.body)?.rest ?? line.body)
      .join(' ')
      .trim()
    if (isNoAnswer(text)) return { stated: false }
    return { stated: true, text: text.slice(0, 2_000) }
  }
  const prose = dropAccents(rest)
  const sentences = prose.split(/(?<=[.!?;])\s+/)
  const found = sentences.find((sentence) => isAdvice(sentence))
  return found ? { stated: true, text: found.slice(0, 2_000) } : { stated: false }
}

function isAdvice(sentence: string): boolean {
  const text = sentence.trim()
  if (text.length < 8) return false
  return (
    phrases.test(text) || imperative.test(`. ${text}`) || imperativeEs.test(`. ${text}`) || clause.test(text)
  )
}
