'use client'

import { useCallback } from 'react'
import { answerEdit, describeSettled, settledBetween, takeBackEdit } from '@/components/threats/answers'
import { toast } from '@/components/ui/toast'
import { nameAttribute, nameElement } from '@/lib/analysis/words/name-element'
import { useModelStore } from '@/lib/client/model-provider'
import type { FactValue } from '@/lib/model/fact'

/** Answers a question as the person who is signed in, and tells what that settled. */
export function useAnswer(elementId: string, attribute: string) {
  const store = useModelStore()
  const answer = useCallback(
    (value: FactValue) => {
      const { model, catalogue, actor, index, apply } = store.getState()
      const stamp = { name: actor.name, now: new Date().toISOString() }
      const words = `${nameAttribute(attribute, catalogue)} of ${nameElement(elementId, model, catalogue)}`
      const edit = answerEdit(model, { elementId, attribute }, value, stamp)
      if (!apply(`Answer: ${words}`.slice(0, 200), [edit])) return
      toast({ title: describeSettled(settledBetween(index.rows, store.getState().index.rows)) })
    },
    [store, elementId, attribute],
  )
  const takeBack = useCallback(() => {
    const { model, catalogue, apply } = store.getState()
    const edit = takeBackEdit(model, { elementId, attribute })
    if (edit && apply(`Take back: ${nameAttribute(attribute, catalogue)}`.slice(0, 200), [edit])) {
      toast({ title: 'Your answer was taken back.' })
    }
  }, [store, elementId, attribute])
  return { answer, takeBack }
}
