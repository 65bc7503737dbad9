'use client'

import { useState } from 'react'
import { PasswordField } from '@/components/accounts/password-field'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import type { Result } from '@/lib/model/protocol'

type ResetFormProps = {
  action: (input: { token: string; password: string }) => Promise<Result<unknown>>
  token: string
  minPasswordLength: number
}

/** A new password, by a link that an owner made. */
export function ResetForm({ action, token, minPasswordLength }: ResetFormProps) {
  const [isDone, setDone] = useState(false)
  const { submit, isPending, problem, errorOf } = useSubmit(action, () => setDone(true))
  if (isDone) {
    return (
      <div className="flex flex-col gap-4">
        <Callout tone="success">The new password holds. Other browsers were signed out.</Callout>
        <ButtonLink href="/sign-in" variant="primary" size="lg" className="w-full">
          Sign in
        </ButtonLink>
      </div>
    )
  }
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit({ token, password: String(new FormData(event.currentTarget).get('password')) })
      }}
    >
      {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
      <PasswordField
        label="New password"
        kind="new"
        minLength={minPasswordLength}
        error={errorOf('password')}
      />
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="mt-1 w-full">
        Set password
      </Button>
    </form>
  )
}
