'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/model/protocol'

const UNREACHABLE = 'The server could not be reached. Check that it runs, then try again.'

/**
 * Runs a command of the server and draws the page again. Gives the sentence of what went wrong, or undefined; `run` says
 * it in a toast, `ask` leaves that to the caller.
 */
export function useCommand() {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const ask = async <T>(command: () => Promise<Result<T>>, done?: string): Promise<string | undefined> => {
    const result = await command().catch(() => undefined)
    if (!result?.ok) return result?.sentence ?? UNREACHABLE
    if (done) toast({ title: done })
    router.refresh()
    return undefined
  }
  const run = <T>(command: () => Promise<Result<T>>, done?: string) =>
    start(async () => {
      const problem = await ask(command, done)
      if (problem) toast({ title: problem, tone: 'danger' })
    })
  return { ask, run, isPending }
}
