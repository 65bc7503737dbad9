'use client'

import { useCallback } from 'react'
import { useModelStore } from '@/lib/client/model-provider'
import type { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'
import { toLine } from '@/lib/model/to-line'

type Made = Edit | readonly Edit[] | undefined

/** Applies what a field of the inspector makes of the present model, as one change under a label. */
export function useEdit(): (label: string, make: (model: ThreatModel) => Made) => boolean {
  const store = useModelStore()
  return useCallback(
    (label, make) => {
      const { model, apply } = store.getState()
      const made = make(model)
      const edits = made === undefined ? [] : Array.isArray(made) ? (made as readonly Edit[]) : [made as Edit]
      return apply(toLine(label, 200), edits, { atomic: true })
    },
    [store],
  )
}
