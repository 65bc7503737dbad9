'use client'

import { useCallback } from 'react'
import { answerEdit, describeSettled, settledBetween } from '@/components/threats/answers'
import { toast } from '@/components/ui/toast'
import { nameAttribute, nameElement } from '@/lib/analysis/words/name-element'
import { useModelStore } from '@/lib/client/model-provider'
import type { FactValue } from '@/lib/model/fact'
import { countOf } from '@/lib/model/format-count'

/** Answers one question for all of these elements alike, as one change, and tells what that settled. */
export function useAnswerAll(elementIds: readonly string[], attribute: string) {
  const store = useModelStore()
  return useCallback(
    (value: FactValue) => {
      const { model, catalogue, actor, index, apply } = store.getState()
      const stamp = { name: actor.name, now: new Date().toISOString() }
      const [first = ''] = elementIds
      const of =
        elementIds.length === 1 ? nameElement(first, model, catalogue) : countOf(elementIds.length, 'element')
      const edits = elementIds.map((elementId) => answerEdit(model, { elementId, attribute }, value, stamp))
      if (!apply(`Answer: ${nameAttribute(attribute, catalogue)} of ${of}`.slice(0, 200), edits)) return
      toast({
        title: describeSettled(settledBetween(index.rows, store.getState().index.rows)),
        action: { label: 'Undo', onClick: () => store.getState().undo() },
      })
    },
    [store, elementIds, attribute],
  )
}
