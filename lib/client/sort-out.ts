import { compareWorth, isPassedOver } from '@/lib/importers/worth-reading'

/** How many files are sent at once; the server reads fewer, the likely declarations among them. */
export const MAX_SENT = 2000

/** What to send of chosen files. `left` are the names of the others, which tell something all the same. */
export type SortedOut<T> = { sent: T[]; left: string[]; hasMore: boolean }

/** Leaves out files that no reader could make anything of; one that was chosen alone is always sent. */
export function sortOut<T extends { path: string }>(files: readonly T[]): SortedOut<T> {
  const worth = files.length === 1 ? [...files] : files.filter(({ path }) => !isPassedOver(path))
  const order = new Map(files.map((file, at) => [file, at]))
  const sent = worth
    .toSorted((a, b) => compareWorth(a.path, b.path))
    .slice(0, MAX_SENT)
    .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const isSent = new Set(sent)
  const left = files.filter((file) => !isSent.has(file)).map(({ path }) => path)
  return { sent, left: left.slice(0, MAX_SENT), hasMore: worth.length > MAX_SENT }
}
