import type { PackIndex } from '@/lib/catalogue/lint/pack-index'

const MAX_TITLE = 90

/** Titles, questions and texts that do not read like the rest of the house. */
export function lintStyle({ pack }: PackIndex): string[] {
  return [
    ...pack.attributes.flatMap(({ id, label, question, help }) => [
      ...lintTitle(`the attribute ${id}`, label),
      ...(question.endsWith('?') || question.endsWith('"none"?')
        ? []
        : [`The question of ${id} does not end with "?".`]),
      ...lintText(`the help of ${id}`, help),
    ]),
    ...[...pack.componentTypes, ...pack.flowTypes].flatMap(({ id, label, help }) => [
      ...lintTitle(`the type ${id}`, label),
      ...lintText(`the help of ${id}`, help),
    ]),
    ...pack.derivations.flatMap(({ id, reason }) => lintText(`the reason of ${id}`, reason)),
    ...pack.threats.flatMap(({ id, title, description, riskReason, targets }) => [
      ...lintTitle(`the threat ${id}`, title),
      ...lintText(`the description of ${id}`, description),
      ...lintText(`the risk reason of ${id}`, riskReason),
      ...targets.flatMap(({ adjust }) =>
        adjust.flatMap(({ why }) => lintText(`an adjustment of ${id}`, why)),
      ),
    ]),
    ...pack.mitigations.flatMap(({ id, title, guidance, verify }) => [
      ...lintTitle(`the mitigation ${id}`, title),
      ...lintText(`the guidance of ${id}`, guidance),
      ...lintText(`the check of ${id}`, verify),
    ]),
  ]
}

function lintTitle(of: string, title: string): string[] {
  return [
    ...(title.length > MAX_TITLE ? [`The title of ${of} is longer than ${MAX_TITLE} characters.`] : []),
    ...(/[.!]$/.test(title) ? [`The title of ${of} ends like a sentence.`] : []),
    ...(isTitleCase(title)
      ? [`The title of ${of} has a capital on every word; write it like a sentence.`]
      : []),
  ]
}

function lintText(of: string, text: string | undefined): string[] {
  if (text === undefined) return []
  const end = text.trimEnd()
  return [
    ...(end.endsWith('.') ? [] : [`The text of ${of} does not end with a full stop.`]),
    ...(/![\s"']|!$/.test(end) ? [`The text of ${of} has an exclamation mark.`] : []),
  ]
}

/** "Container Owns The Host", but not "Docker Hub" or "TLS on". Names of two words are let through. */
function isTitleCase(title: string): boolean {
  const words = title.split(/[\s-]+/).filter((word) => /^\p{L}{4,}$/u.test(word))
  return words.length >= 3 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))
}
