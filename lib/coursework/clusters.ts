type Pair = { a: string; b: string }

/** Puts works that are alike, directly or through others, into one cluster each; the largest first. */
export function clustersOf<P extends Pair>(pairs: readonly P[]): { members: string[]; pairs: P[] }[] {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    const up = parent.get(id) ?? id
    if (up === id) return id
    const root = rootOf(up)
    parent.set(id, root)
    return root
  }
  for (const { a, b } of pairs) {
    parent.set(a, parent.get(a) ?? a)
    parent.set(b, parent.get(b) ?? b)
    const [x, y] = [rootOf(a), rootOf(b)]
    if (x !== y) parent.set(x, y)
  }
  const clusters = new Map<string, { members: string[]; pairs: P[] }>()
  for (const id of parent.keys()) {
    const root = rootOf(id)
    const cluster = clusters.get(root) ?? { members: [], pairs: [] }
    cluster.members.push(id)
    clusters.set(root, cluster)
  }
  for (const pair of pairs) clusters.get(rootOf(pair.a))?.pairs.push(pair)
  return [...clusters.values()].sort((x, y) => y.members.length - x.members.length)
}
