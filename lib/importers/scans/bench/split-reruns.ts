/** What tells one check from another, before it is made fit to keep. */
type Told = { id: string; word: string; title: string }

/**
 * Splits checks where one begins again that was there before. Parts that hold nearly the same checks are runs of the
 * same scan after each other; parts that do not (other nodes, a repeated line) belong together.
 */
export function splitReruns<T extends Told>(checks: readonly T[]): T[][] {
  const parts: T[][] = []
  let seen = new Set<string>()
  for (const check of checks) {
    const last = parts.at(-1)
    // One benchmark gives two of its checks one number.
    const told = `${check.id}\0${check.title}`
    if (!last || seen.has(told)) {
      parts.push([check])
      seen = new Set([told])
    } else {
      last.push(check)
      seen.add(told)
    }
  }
  const [first, ...others] = parts
  if (!first || others.length === 0) return [[...checks]]
  const ids = new Set(first.map(({ id }) => id))
  const alike = others.every((part) => {
    const shared = part.filter(({ id }) => ids.has(id)).length
    return shared >= 3 && shared >= 0.7 * Math.max(ids.size, part.length)
  })
  return alike ? parts : [withoutQuotes(first, others)]
}

const asWritten = ({ id, word, title }: Told) => `${id}\0${word}\0${title}`

/** A few lines that stand there once more, word for word, are quotations of what was found. */
function withoutQuotes<T extends Told>(first: readonly T[], others: readonly T[][]): T[] {
  if (first.length < 10) return [...first, ...others.flat()]
  const known = new Set(first.map(asWritten))
  const said = others.filter((part) => part.length > 5 || !part.every((check) => known.has(asWritten(check))))
  return [...first, ...said.flat()]
}

/** The run to take: the one asked for, otherwise the last. Runs count from 1. */
export function chooseRun(runs: number, wanted: number | undefined): number {
  return wanted !== undefined && wanted >= 1 && wanted <= runs ? wanted : Math.max(runs, 1)
}
