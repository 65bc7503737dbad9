'use client'

import { useState, useTransition } from 'react'
import type { Problem, Result } from '@/lib/model/protocol'

const unreachable: Problem = {
  ok: false,
  code: 'unexpected',
  sentence: 'The server could not be reached. Check that it runs, then try again.',
}

/** Sends a form to a server action: whether it is under way, and what was wrong, as a whole and by field. */
export function useSubmit<I, T>(action: (input: I) => Promise<Result<T>>, onDone: (value: T) => void) {
  const [problem, setProblem] = useState<Problem>()
  const [isPending, start] = useTransition()
  const submit = (input: I) =>
    start(async () => {
      const result = await action(input).catch(() => unreachable)
      if (result.ok) {
        setProblem(undefined)
        onDone(result.value)
      } else setProblem(result)
    })
  /** What is wrong with this field, when the server named it. */
  const errorOf = (path: string) => problem?.issues?.find((issue) => issue.path === path)?.sentence
  return { submit, isPending, problem, setProblem, errorOf }
}
