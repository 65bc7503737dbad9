import { dropAccents } from '@/lib/importers/submission/stride-words'

type FieldKind = 'category' | 'component' | 'threat' | 'detail' | 'mitigation'
export type Field = { key: string; kind: FieldKind; rest: string }

const keys: readonly [FieldKind, RegExp][] = [
  [
    'mitigation',
    /^(?:(?:proposed |possible |suggested )?(?:mitigations?|mitigation (?:strateg(?:y|ies)|steps?|plan)|preventions?|prevention measures?|recommend(?:ed|ations?)(?: (?:action|fix))?|fix(?:es)?|remediations?|solutions?|countermeasures?|controls?|defen[cs]es?|protection|response|how to (?:fix|mitigate|prevent|avoid)(?: it)?|safeguards?|action|remedy|resolution|mitigacion(?:es)?|prevencion|recomendacion(?:es)?|solucion|contramedidas?|mitigac(?:ao|oes)|prevencao|recomendac(?:ao|oes)|soluc(?:ao|oes)|defensa|correccion))$/,
  ],
  [
    'category',
    /^(?:stride(?: (?:category|pillar|element|type|model|classification))?s?|categor(?:y|ies|ia|ias)|pillars?|threat (?:category|type)|type(?: of threat)?|tipo(?: de amenaza)?)$/,
  ],
  [
    'component',
    /^(?:(?:affected |docker |kubernetes |target |system )?(?:affected(?: (?:by|part|area|object|resource)s?)?|components?|assets?|targets?|attack surfaces?|surface|attack surface area|componentes?|superficies?(?: de ataque)?|ativo|activo|entry point|where))$/,
  ],
  [
    'threat',
    /^(?:(?:potential |possible )?(?:threats?|threat (?:description|name|title)|risks?|attacks?|vulnerabilit(?:y|ies)|issue|problem|scenario|attack scenario|title|name|amenazas?|ameacas?|riesgos?|riscos?|problema))$/,
  ],
  [
    'detail',
    /^(?:description|details?|reasons?|rationale|impacts?|explanation|examples?|consequences?|effect|likelihood|severity|cause|why|how|note|evidence|descripcion|descricao|impacto|motivo|razon|ejemplo|exemplo|attack vector|vector|audit|result|status|before|after|links?|references?|command)$/,
  ],
]

/** Keys that only name what is done against a threat, in words of their own: "How we limit this", "Protection measure". */
const against =
  /\b(?:counter-? ?measures?|mitigat\w*|remed(?:y|iation|ies|iate)|prevent\w*|protect\w*|defen[cs]e|safeguards?|(?:address|avoid|counter|fix|handle|limit|reduce|resolve|solve|stop|tackle|contain)(?: (?:it|this|that|them|the (?:threat|risk|issue|problem)))?)(?: (?:measure|step|plan|strateg|action|idea|control)(?:s|y|ies)?)?$/
const asking =
  /^(?:how|what) (?:(?:do|did|does|would|could|can|to|we|i|will|should|is|are|you|they|it|this|be|against) ?)+/

/** A line that starts with a known key and a colon, such as "Mitigation: ...". */
export function fieldOf(body: string): Field | undefined {
  if (body.length < 3) return undefined
  const match = body.match(/^([\p{L}][\p{L} /()'-]{2,48}?)\s*(?:\(s\))?\s*(?::|\?:?|\s[-–—]\s|=)\s*/u)
  const whole = match ?? body.match(/^([\p{L}][\p{L} ]{2,30})$/u)
  if (!whole?.[1]) return undefined
  const key = dropAccents(whole[1]).toLowerCase().trim()
  const kind =
    keys.find(([, pattern]) => pattern.test(key))?.[0] ??
    (isAgainst(key, match?.[0] ?? '') ? 'mitigation' : undefined)
  if (!kind) return undefined
  return { key, kind, rest: match ? body.slice(match[0].length).trim() : '' }
}

/** A question or a name of at most five words, closed by a colon or question mark: a dash may go on with anything. */
function isAgainst(key: string, whole: string): boolean {
  if (!/[:?]\s*$/.test(whole)) return false
  return asking.test(key)
    ? against.test(key) || /\bagainst\b/.test(key)
    : key.split(' ').length <= 4 && against.test(key)
}

/** Whether an answer says that there is none: "none so far", "no answer yet", "-". */
export function isNoAnswer(rest: string): boolean {
  const text = dropAccents(rest)
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .trim()
  if (text.replace(/[^a-z0-9]/g, '').length < 2) return true
  return (
    text.split(/\s+/).length <= 6 &&
    /^(?:none|nothing|n\/a|unknown|not (?:yet|known|applicable|possible|available|decided|found|stated|mitigated)|no (?:answer|mitigation|countermeasure|solution|idea|fix|known|remedy|control)s?|ninguna?|nenhuma?|todo|tbd|open|missing)\b/.test(
      text,
    )
  )
}
