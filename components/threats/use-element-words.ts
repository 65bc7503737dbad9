'use client'

import { useMemo } from 'react'
import type { ElementWords } from '@/components/threats/threat-filters'
import { nameElement, nameType } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'
import { elementOf } from '@/lib/model/element-of'

/** The words for components and flows by id, looked up once each. */
export function useElementWords(): (elementId: string) => ElementWords {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const { components, flows } = model
  // biome-ignore lint/correctness/useExhaustiveDependencies: names come from these two parts of the model.
  return useMemo(() => {
    const known = new Map<string, ElementWords>()
    return (elementId) => {
      const before = known.get(elementId)
      if (before) return before
      const type = elementOf(model, elementId)?.type ?? ''
      const words = {
        name: nameElement(elementId, model, catalogue),
        type,
        typeLabel: nameType(type, catalogue),
      }
      known.set(elementId, words)
      return words
    }
  }, [components, flows, catalogue])
}
