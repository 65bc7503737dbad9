import type { Problem, ProblemCode } from '@/lib/model/protocol'
import type { z } from '@/lib/model/zod'

/** An expected failure as a value; the sentence says what happened and what to do. */
export function problem(code: ProblemCode, sentence: string): Problem {
  return { ok: false, code, sentence }
}

/** What a stranger and a missing id get alike, so that nobody learns which models exist. */
export function modelNotFound(): Problem {
  return problem(
    'not-found',
    'There is no such model here. It may have been deleted, or it is not yours to see.',
  )
}

/** The actor's role does not allow it. */
export function forbidden(what: string): Problem {
  return problem('forbidden', `Your role does not allow you to ${what}. Ask an owner of this workspace.`)
}

/** Nobody of this id is in the workspace. */
export function memberNotFound(): Problem {
  return problem('not-found', 'There is nobody here with this id. They may have left: reload the page.')
}

/** A workspace is never without an owner. */
export function lastOwner(what: string): Problem {
  return problem(
    'conflict',
    `A workspace needs an owner, and this is the only one. Make somebody else an owner first, then ${what}.`,
  )
}

/** Input that its schema refused, with a sentence for each place (at most 20). */
export function invalidInput(error: Pick<z.ZodError, 'issues'>): Problem {
  const issues = flatten(error.issues)
    .slice(0, 20)
    .map(({ path, message }) => ({
      path: path.map(String).join('.').slice(0, 200),
      sentence: asSentence(message.slice(0, 500)),
    }))
  const [first] = issues
  const where = first?.path ? `${first.path}: ` : ''
  return {
    ...problem('invalid', `This is not in the expected form. ${where}${first?.sentence ?? ''}`),
    issues,
  }
}

/** A schema's own message, where nobody wrote one, ends without a full stop. */
function asSentence(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`
}

type Issue = { path: PropertyKey[]; message: string }

/** Looks into unions, whose own message says nothing: the branch that came closest tells more. */
function flatten(issues: readonly z.core.$ZodIssue[], base: PropertyKey[] = []): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const path = [...base, ...issue.path]
    if (issue.code !== 'invalid_union') return [{ path, message: issue.message }]
    const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)
    return best && best.length > 0 ? flatten(best, path) : [{ path, message: issue.message }]
  })
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length))
}
