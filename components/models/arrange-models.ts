import type { ModelCard } from '@/lib/model/protocol'

export type ModelOrder = 'updated' | 'name' | 'open' | 'components'

/** Open threats of every severity. */
export function openThreats(model: ModelCard): number {
  return Object.values(model.counts?.open ?? {}).reduce((sum, count) => sum + count, 0)
}

const byName = (a: ModelCard, b: ModelCard) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id)

const comparisons: Record<ModelOrder, (a: ModelCard, b: ModelCard) => number> = {
  updated: (a, b) => b.updatedAt.localeCompare(a.updatedAt) || byName(a, b),
  name: byName,
  open: (a, b) => openThreats(b) - openThreats(a) || byName(a, b),
  components: (a, b) => b.components - a.components || byName(a, b),
}

/** The models whose name holds the typed text, in order; the given list stays as it is. */
export function arrangeModels(models: readonly ModelCard[], typed: string, order: ModelOrder): ModelCard[] {
  const wanted = typed.trim().toLowerCase()
  return models.filter((model) => model.name.toLowerCase().includes(wanted)).sort(comparisons[order])
}
