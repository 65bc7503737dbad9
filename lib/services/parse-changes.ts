import { breathe } from '@/lib/db/breathe'
import { Change, Edit } from '@/lib/model/change'
import { Id } from '@/lib/model/id'
import { MAX_CHANGES_IN_REQUEST, MAX_EDITS } from '@/lib/model/limits'
import { ChangesRequest, type Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { invalidInput } from '@/lib/services/problem'

const Input = ChangesRequest.extend({ id: Id })
export type ChangesInput = z.infer<typeof Input>

/** The request with its edits not yet looked at. */
const Envelope = Input.extend({
  changes: z
    .array(Change.extend({ edits: z.array(z.unknown()).min(1).max(MAX_EDITS) }))
    .min(1)
    .max(MAX_CHANGES_IN_REQUEST),
})

const EDITS_AT_ONCE = 500
const Slice = z.array(Edit)

/**
 * Parses a request for changes. Many edits, as an import makes them, are parsed a few hundred at a time, so that other
 * requests are answered in between.
 */
export async function parseChanges(given: unknown): Promise<Result<ChangesInput>> {
  const envelope = Envelope.safeParse(given)
  if (!envelope.success) return invalidInput(envelope.error)
  const changes: Change[] = []
  for (const [index, { edits: unknown, ...change }] of envelope.data.changes.entries()) {
    const edits: Edit[] = []
    for (let from = 0; from < unknown.length; from += EDITS_AT_ONCE) {
      if (from > 0) await breathe()
      const slice = Slice.safeParse(unknown.slice(from, from + EDITS_AT_ONCE))
      if (!slice.success) return invalidInput(inPlace(slice.error, index, from))
      for (const edit of slice.data) edits.push(edit)
    }
    changes.push({ ...change, edits })
  }
  return { ok: true, value: { ...envelope.data, changes } }
}

/** The mistakes of a slice with their places in the whole request. */
function inPlace({ issues }: z.ZodError, change: number, from: number): Pick<z.ZodError, 'issues'> {
  return {
    issues: issues.map((issue) => {
      const [edit, ...rest] = issue.path
      const path = ['changes', change, 'edits', from + Number(edit), ...rest]
      return { ...issue, path }
    }),
  }
}
