'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'
import {
  claimNextWorkAction,
  correctWorkAction,
  finishReviewAction,
  keepCommentAction,
  noteLinesAction,
  removeNoteAction,
  setMarkAction,
} from '@/lib/actions/coursework'
import type { Correction } from '@/lib/coursework/correction'
import type { MarkView, ReviewView } from '@/lib/coursework/views'
import type { Result } from '@/lib/model/protocol'

/** What a reviewer does on one work. Marks show at once; what another reviewer wrote first comes back and is shown. */
export function useReview(view: ReviewView) {
  const router = useRouter()
  const { workId, slot, assignmentId, courseId } = view
  const [marks, setMarks] = useState(() => byCriterion(view.marks))
  const [pending, setPending] = useState(0)
  const opened = useRef(Date.now())
  // One command after the other: the second mark of a criterion builds on the version that the first one made.
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(marks)
  latest.current = marks

  useEffect(() => {
    setMarks((own) => {
      const merged = { ...own }
      for (const mark of view.marks)
        if (mark.version >= (own[mark.criterionId]?.version ?? 0)) merged[mark.criterionId] = mark
      return merged
    })
  }, [view.marks])

  const run = useCallback(<T>(task: () => Promise<Result<T>>): Promise<T | undefined> => {
    setPending((count) => count + 1)
    const result = queue.current.then(task).then(
      (answer) => {
        if (answer.ok) return answer.value
        toast({ title: answer.sentence, tone: 'danger' })
        return undefined
      },
      () => {
        toast({ title: 'The server could not be reached. Nothing was kept; try again.', tone: 'danger' })
        return undefined
      },
    )
    queue.current = result.finally(() => setPending((count) => count - 1))
    return result
  }, [])

  const mark = useCallback(
    (criterionId: string, levelId: string, comment: string) => {
      const before = latest.current[criterionId]
      const shown = { criterionId, levelId, comment, by: 'You', at: '', version: before?.version ?? 0 }
      latest.current = { ...latest.current, [criterionId]: shown }
      setMarks(latest.current)
      return run(async () => {
        const was = latest.current[criterionId]?.version ?? 0
        const answer = await setMarkAction({ workId, slot, criterionId, levelId, comment, was })
        const stands = answer.ok ? answer.value.mark : (before ?? null)
        const next = { ...latest.current }
        if (stands) next[criterionId] = stands
        else delete next[criterionId]
        latest.current = next
        setMarks(next)
        if (answer.ok && !answer.value.isKept)
          toast({
            title: `${answer.value.mark?.by ?? 'Somebody'} marked this a moment ago. Their mark stands; look at it and choose again if you differ.`,
            tone: 'danger',
          })
        return answer
      })
    },
    [run, workId, slot],
  )

  const refreshAfter = async <T>(task: () => Promise<Result<T>>, says: string) => {
    const value = await run(task)
    if (value !== undefined) {
      announce(says)
      router.refresh()
    }
    return value
  }
  const base = `/coursework/${courseId}/${assignmentId}`
  const goTo = (id: string | null) => id && router.push(`${base}/review/${id}`)
  const goToNext = async () => {
    const next = await run(() => claimNextWorkAction({ assignmentId, after: workId }))
    if (!next) return
    if (next.workId && next.workId !== workId) goTo(next.workId)
    else {
      toast({ title: 'Nothing else is left to review.' })
      router.push(`${base}/works`)
    }
  }
  return {
    base,
    marks,
    isSaving: pending > 0,
    mark,
    goTo,
    goToNext,
    correct: (correction: Correction) =>
      refreshAfter(() => correctWorkAction({ workId, correction }), 'Corrected.'),
    note: (firstLine: number, lastLine: number, text: string) =>
      refreshAfter(() => noteLinesAction({ workId, slot, firstLine, lastLine, text }), 'Noted.'),
    dropNote: (noteId: string) => refreshAfter(() => removeNoteAction({ workId, noteId }), 'Removed.'),
    keepComment: (criterionId: string, text: string) =>
      refreshAfter(() => keepCommentAction({ assignmentId, criterionId, text }), 'Kept for using it again.'),
    finish: async (summary: string, isDone: boolean) => {
      const seconds = Math.min(36_000, Math.round((Date.now() - opened.current) / 1000))
      const score = await run(() => finishReviewAction({ workId, slot, summary, seconds, isDone }))
      opened.current = Date.now()
      if (score) router.refresh()
      return score
    },
  }
}

export type ReviewCommands = ReturnType<typeof useReview>

function byCriterion(marks: readonly MarkView[]): Record<string, MarkView> {
  return Object.fromEntries(marks.map((mark) => [mark.criterionId, mark]))
}
