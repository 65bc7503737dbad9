/** What is needed of a student to tell a file's owner. */
export type Known = { id: string; identifier: string; name: string; email: string }

/**
 * Whose a file is, by its path: as a learning platform, a class of repositories or a person names it. Undefined when
 * nobody fits, or more than one.
 */
export function matchStudent(path: string, students: readonly Known[]): Known | undefined {
  const plain = toWords(path.replace(/(?:\.[a-z0-9]{1,5})+$/i, ''))
  const joined = plain.join('')
  const words = new Set(plain)
  const scored = students
    .map((student) => ({ student, score: scoreOf(student, words, joined, path.toLowerCase()) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [best, next] = scored
  return best && best.score > (next?.score ?? 0) ? best.student : undefined
}

function scoreOf(
  { identifier, name, email }: Known,
  words: ReadonlySet<string>,
  joined: string,
  path: string,
) {
  if (email && path.includes(email.toLowerCase())) return 5
  const id = toWords(identifier)
  if (id.join('').length >= 2 && id.every((word) => words.has(word))) return 4 + id.join('').length / 100
  const user = toWords(email.split('@')[0] ?? '').join('')
  if (user.length >= 4 && words.has(user)) return 3.5
  const parts = toWords(name)
  if (parts.length > 1 && parts.every((part) => words.has(part))) return 3
  // Canvas writes family and given name as one word.
  const turned = [...parts.slice(1), ...parts.slice(0, 1)].join('')
  const last = [...parts.slice(-1), ...parts.slice(0, -1)].join('')
  if (parts.length > 1 && [turned, last, parts.join('')].some((one) => one.length > 5 && words.has(one)))
    return 2.5
  if (id.join('').length >= 5 && joined.includes(id.join(''))) return 2
  return 0
}

function toWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** What to call whoever handed in a file of this path, when there is no roster: the folder, or the name of the file. */
export function nameFromPath(path: string): string {
  const first = path.split('/')[0] ?? path
  const name = first
    .replace(/(?:\.[a-z0-9]{1,5})+$/i, '')
    .replace(/_assignsubmission_.*$/i, '')
    .replace(/_\d{4,}(?:_\d+)*.*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return (name || first).slice(0, 120)
}
