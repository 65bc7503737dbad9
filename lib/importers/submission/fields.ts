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
    /^(?:(?:affected |docker |kubernetes |target |system )?(?:components?|assets?|targets?|attack surfaces?|surface|attack surface area|componentes?|superficies?(?: de ataque)?|ativo|activo|entry point|where))$/,
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

/** A line that starts with a known key and a colon, such as "Mitigation: ...". */
export function fieldOf(body: string): Field | undefined {
  if (body.length < 3) return undefined
  const match = body.match(/^([\p{L}][\p{L} /()'-]{2,36}?)\s*(?:\(s\))?\s*(?::|\s[-–—]\s|=)\s*/u)
  const whole = match ?? body.match(/^([\p{L}][\p{L} ]{2,30})$/u)
  if (!whole?.[1]) return undefined
  const key = dropAccents(whole[1]).toLowerCase().trim()
  const kind = keys.find(([, pattern]) => pattern.test(key))?.[0]
  if (!kind) return undefined
  return { key, kind, rest: match ? body.slice(match[0].length).trim() : '' }
}
