import type { Present } from '@/lib/model/protocol'

/** A page that has not asked for so long is taken for closed: it asks every few seconds. */
const GONE_AFTER_MS = 15_000

type Seen = Present & { at: number }

// In memory, because it is true for seconds only. On globalThis, because a bundler may give routes a copy each.
const holder = globalThis as typeof globalThis & { bulkheadPresence?: Map<string, Map<string, Seen>> }

/**
 * Notes that a page (`tab`) of somebody has a model open, and gives everybody who has, by name.
 * @param now milliseconds.
 */
export function notePresence(modelId: string, tab: string, who: Present, now: number): Present[] {
  holder.bulkheadPresence ??= new Map()
  const models = holder.bulkheadPresence
  for (const [id, tabs] of models) {
    for (const [key, { at }] of tabs) if (at + GONE_AFTER_MS < now) tabs.delete(key)
    if (tabs.size === 0) models.delete(id)
  }
  const tabs = models.get(modelId) ?? new Map<string, Seen>()
  models.set(modelId, tabs)
  // Under the person's id, so that nobody speaks for somebody else's page.
  tabs.set(`${who.userId}|${tab}`, { ...who, at: now })
  const people = new Map([...tabs.values()].map(({ userId, name }) => [userId, { userId, name }]))
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
