'use client'

import { PasswordField } from '@/components/accounts/password-field'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Result } from '@/lib/model/protocol'

type SignInFormProps = {
  action: (input: { name: string; password: string }) => Promise<Result<unknown>>
  /** Where to go afterwards: a path of ours. */
  next: string
}

export function SignInForm({ action, next }: SignInFormProps) {
  // A whole page load: nothing that was drawn for a stranger is kept.
  const { submit, isPending, problem } = useSubmit(action, () => window.location.assign(next))
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        submit({ name: String(data.get('name')), password: String(data.get('password')) })
      }}
    >
      {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
      <Field label="Name">
        <Input
          name="name"
          required
          maxLength={30}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="h-9!"
        />
      </Field>
      <PasswordField kind="present" />
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="mt-1 w-full">
        Sign in
      </Button>
    </form>
  )
}
