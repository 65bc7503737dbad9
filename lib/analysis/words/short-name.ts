/** How many characters of a name a card shows well. */
const MOST = 24

/**
 * A name as a card shows it. Of an image reference or a path that is too long, the end says most: the digest is cut to
 * seven digits and the front to as many whole parts as fit.
 */
export function shortName(name: string): string {
  if (name.length <= MOST) return name
  const brief = name.replace(/@sha256:([0-9a-f]{7})[0-9a-f]+$/, '@$1')
  const parts = brief.split('/')
  let kept = parts.pop() ?? ''
  for (let next = parts.pop(); next !== undefined; next = parts.pop()) {
    if (kept.length + next.length + 1 > MOST) return `…/${kept}`
    kept = `${next}/${kept}`
  }
  return kept
}
