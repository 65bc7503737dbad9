import type { SavedModel } from '@/lib/db/generated/client'
import type { ThreatModel } from '@/lib/model/threat-model'

export type ModelHead = SavedModel
/** A model's head, and its document as it is after the head's last log entry. */
export type LoadedModel = { head: ModelHead; document: ThreatModel }

/** The documents last used, so that a save costs what it changes and not what the model holds. */
export type DocumentCache = {
  /** The document, if it is the one after entry `seq`: whatever else wrote to the database is noticed by this. */
  get(modelId: string, seq: number): ThreatModel | undefined
  /** The model as this process knew it last; somebody who writes on top of it finds out whether that still holds. */
  last(modelId: string): LoadedModel | undefined
  set(loaded: LoadedModel): void
  delete(modelId: string): void
}

// Elements, not models, because that is what memory is spent on: about 1 kB each.
const MAX_ELEMENTS = 200_000

/** A cache that forgets the documents unused for longest when it holds more than `maxElements` components and flows. */
export function createDocumentCache(maxElements = MAX_ELEMENTS): DocumentCache {
  const documents = new Map<string, LoadedModel & { size: number }>()
  let total = 0

  function drop(modelId: string): void {
    total -= documents.get(modelId)?.size ?? 0
    documents.delete(modelId)
  }

  return {
    get(modelId, seq) {
      const found = documents.get(modelId)
      if (!found) return undefined
      drop(modelId)
      if (found.head.seq !== seq) return undefined
      documents.set(modelId, found)
      total += found.size
      return found.document
    },
    last: (modelId) => documents.get(modelId),
    set({ head, document }) {
      const modelId = head.id
      drop(modelId)
      const size = 1 + head.componentCount + head.flowCount
      documents.set(modelId, { head, document, size })
      total += size
      for (const id of documents.keys()) {
        if (total <= maxElements || id === modelId) break
        drop(id)
      }
    },
    delete: drop,
  }
}
