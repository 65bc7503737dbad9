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

type Prepared = {
  email: string
  id: readonly string[]
  idJoined: string
  idInside: RegExp
  user: string
  parts: readonly string[]
  turned: readonly string[]
}

const prepared = new WeakMap<Known, Prepared>()

/** What a student goes by, worked out once: a cohort is matched against thousands of files. */
function prepare(student: Known): Prepared {
  const known = prepared.get(student)
  if (known) return known
  const id = toWords(student.identifier)
  const idJoined = id.join('')
  const parts = toWords(student.name)
  const made = {
    email: student.email.toLowerCase(),
    id,
    idJoined,
    // A number within a longer number is another student's.
    idInside: new RegExp(
      `${/^\d/.test(idJoined) ? '(?<!\\d)' : ''}${idJoined}${/\d$/.test(idJoined) ? '(?!\\d)' : ''}`,
    ),
    user: toWords(student.email.split('@')[0] ?? '').join(''),
    parts,
    // Canvas writes family and given name as one word.
    turned: [
      [...parts.slice(1), ...parts.slice(0, 1)],
      [...parts.slice(-1), ...parts.slice(0, -1)],
      parts,
    ].map((order) => order.join('')),
  }
  prepared.set(student, made)
  return made
}

function scoreOf(student: Known, words: ReadonlySet<string>, joined: string, path: string) {
  const { email, id, idJoined, idInside, user, parts, turned } = prepare(student)
  if (email && path.includes(email)) return 5
  if (idJoined.length >= 2 && id.every((word) => words.has(word))) return 4 + idJoined.length / 100
  if (user.length >= 4 && words.has(user)) return 3.5
  if (parts.length > 1 && parts.every((part) => words.has(part))) return 3
  if (parts.length > 1 && turned.some((one) => one.length > 5 && words.has(one))) return 2.5
  if (idJoined.length >= 5 && joined.includes(idJoined) && idInside.test(joined)) return 2
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
