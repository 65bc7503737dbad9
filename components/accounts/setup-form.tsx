'use client'

import { PasswordField } from '@/components/accounts/password-field'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Result } from '@/lib/model/protocol'

export type SetupInput = { token: string; name: string; password: string; workspace: string }

type SetupFormProps = {
  action: (input: SetupInput) => Promise<Result<unknown>>
  token: string
  minPasswordLength: number
}

/** The first person of an installation: they will own the workspace. */
export function SetupForm({ action, token, minPasswordLength }: SetupFormProps) {
  const { submit, isPending, problem, errorOf } = useSubmit(action, () => window.location.assign('/models'))
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        submit({
          token,
          name: String(data.get('name')),
          password: String(data.get('password')),
          workspace: String(data.get('workspace')),
        })
      }}
    >
      {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
      <Field
        label="Your name"
        hint="You sign in with it. Letters, digits, dots, hyphens, underscores."
        error={errorOf('name')}
      >
        <Input
          name="name"
          required
          minLength={3}
          maxLength={30}
          pattern="[A-Za-z0-9._\-]+"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="h-9!"
        />
      </Field>
      <PasswordField kind="new" minLength={minPasswordLength} error={errorOf('password')} />
      <Field
        label="Workspace"
        hint="The team or the organisation that owns the models."
        error={errorOf('workspace')}
      >
        <Input name="workspace" required maxLength={100} defaultValue="My workspace" className="h-9!" />
      </Field>
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="mt-1 w-full">
        Create workspace
      </Button>
    </form>
  )
}
