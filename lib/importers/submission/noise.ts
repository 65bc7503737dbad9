import { dropAccents } from '@/lib/importers/submission/stride-words'

const promptWords: readonly (readonly [number, readonly RegExp[]])[] = [
  // "Name five threats that the platform's components may meet, after STRIDE", however it is worded.
  [
    4,
    [
      /\bgiven\b|\bdado/,
      /\bcomponents?\b|\bcomponent/,
      /\bstride\b|\bframework\b/,
      /\bidentif|\blist\b|\bname\b|\bdescribe\b/,
      /\bfive\b|\b5\b|\bcinco\b/,
      /\bpotential\b|\bpossible\b|\bmay arise\b/,
      /\bthreats?\b/,
    ],
  ],
  // "Pick and document three of the failed checks, one of them not among the exercise's own".
  [
    4,
    [
      /\bselect\b|\bchoose\b|\bpick\b/,
      /\bdocument\b/,
      /\bfailed\b|\bfindings?\b/,
      /\b3\b|\bthree\b/,
      /\battack surface/,
      /\bstep 1\b|\bexercise\b/,
      /\bdifferent from\b|\bother than\b|\bat least (?:1|one)\b/,
      /\bidentified\b/,
    ],
  ],
  [
    3,
    [
      /\bat least (?:1|one)\b/,
      /\b(?:hardened )?findings?\b/,
      /\bdifferent\b|\bother than\b/,
      /5\.10/,
      /5\.14/,
      /5\.22/,
      /\bexercise\b|\binstructions?\b/,
    ],
  ],
]

/** Whether a line quotes or rewords the exercise's own instructions. */
export function isPrompt(body: string): boolean {
  if (body.length < 25 || body.length > 700) return false
  if (/^\W*\[?(?:fail|pass|warn)/i.test(body)) return false
  const text = dropAccents(body).toLowerCase()
  return promptWords.some(
    ([least, patterns]) =>
      patterns.filter((pattern) => pattern.test(text)).length >= least + (text.length > 300 ? 2 : 0),
  )
}

/** Which part the exercise's own instructions ask for. */
export function promptKind(body: string): 'docker' | 'kubernetes' | 'findings' | undefined {
  const text = body.toLowerCase()
  if (/finding|docker-?\s?bench|failed/.test(text)) return 'findings'
  const isKubernetes = /kubern|k8s/.test(text)
  return isKubernetes === /docker/.test(text) ? undefined : isKubernetes ? 'kubernetes' : 'docker'
}

/** Whether a text only keeps a place open: nothing, TODO, question marks, x.x. */
export function isPlaceholder(text: string): boolean {
  const left = dropAccents(text)
    .toLowerCase()
    .replace(
      /\b(?:to ?-?do|tbd|tba|fixme|xxx+|n\/a|wip|coming soon|lorem ipsum.*|pending|por hacer|pendiente|a fazer|your answer here|fill in|threat|mitigation|description|component)\b/g,
      '',
    )
    .replace(/\bx(?:\.x)+\b/g, '')
    .replace(/[^a-z0-9]+/g, '')
  return left.length < 3
}

const gridWords =
  /\b(?:meets? (?:specifications?|expectations)|requires? changes|does not meet|criteri(?:a|on)|points?\b.*\d|max(?:imum)? points|exceeds|rubric|grading|reviewer|\d+\s*(?:pts|points|marks)|yes\s*\/\s*no)\b/i

/** Whether a line is of a marking grid: cells, or the words that graders tick. */
export function isGridLine(raw: string): boolean {
  const cells = (raw.match(/\|/g) ?? []).length
  if (cells >= 2 && gridWords.test(raw)) return true
  return /\[[ xX]?\]\s/.test(raw) || (gridWords.test(raw) && raw.length < 160)
}

const properties =
  /\b(?:authenticity|authentication|integrity|non-?repudiation|confidentiality|availability|authori[sz]ation|autenticidad\w*|integridad\w*|confidencialidad\w*|disponib\w+)\b/i
const gloss =
  /^(?:=|means\b|is when\b|is the (?:act|ability)\b|refers to\b|pretending to be\b|the (?:act|ability) of\b|using (?:another|someone else))/i

/** Whether what follows a category's name only says what the category is. */
export function isGloss(rest: string): boolean {
  const count = rest.trim().split(/\s+/).length
  return (count <= 8 && properties.test(rest)) || (count <= 16 && gloss.test(rest)) || /^=\s/.test(rest)
}
