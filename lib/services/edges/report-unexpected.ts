import { randomUUID } from 'node:crypto'
import type { Problem } from '@/lib/model/protocol'
import { log } from '@/lib/services/log'
import { problem } from '@/lib/services/problem'

/**
 * Logs an error that nobody expected, once, and makes the problem to show, which leads to the line in the log.
 * Messages stay out of the log: a parser's or a database's message quotes what it was given.
 */
export function reportUnexpected(error: unknown, where: string): Problem {
  const reference = randomUUID().slice(0, 8)
  log().error({ reference, where, ...factsOf(error) }, 'unexpected error')
  return {
    ...problem(
      'unexpected',
      `Something went wrong on the server. Try again; if it stays, ask for reference ${reference} in its log.`,
    ),
    reference,
  }
}

type Described = { error: string; code?: string; frames: string[] }

function factsOf(error: unknown): Described {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(typeof code === 'string' && { code: code.slice(0, 60) }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
  }
}
