'use client'

import { useSignOut } from '@/components/accounts/use-sign-out'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { createWorkspaceAction } from '@/lib/actions/people'

/** For somebody who left, or was removed from, every workspace they were in. */
export function NoWorkspace({ userId }: { userId: string }) {
  const signOut = useSignOut(userId)
  const { submit, isPending, problem } = useSubmit(createWorkspaceAction, () =>
    window.location.assign('/models'),
  )
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit({ name: String(new FormData(event.currentTarget).get('name')).trim() })
      }}
    >
      {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
      <Field label="Name of the new workspace">
        <Input name="name" required maxLength={100} pattern=".*\S.*" className="h-9!" />
      </Field>
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="w-full">
        Make workspace
      </Button>
      <Button size="lg" className="w-full" onClick={signOut}>
        Sign out
      </Button>
    </form>
  )
}
