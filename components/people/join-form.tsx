'use client'

import { PasswordField } from '@/components/accounts/password-field'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { acceptInvitationAction } from '@/lib/actions/people'

type JoinFormProps = {
  /** What the link is for. */
  action: typeof acceptInvitationAction
  token: string
  /** The page that the link opens, to come back to after signing in; and where one is once joined. */
  page: '/join' | '/enrol'
  onward: '/models' | '/coursework'
  /** Who is signed in here, if anybody is. */
  name?: string | undefined
  minPasswordLength: number
}

/** Joins by a link: as oneself, or with a new account. A whole page load follows: the workspace may be another. */
export function JoinForm({ action, token, page, onward, name, minPasswordLength }: JoinFormProps) {
  const { submit, isPending, problem, errorOf } = useSubmit(action, () => window.location.assign(onward))
  const failed = problem && !problem.issues ? <Callout tone="danger">{problem.sentence}</Callout> : null
  if (name !== undefined) {
    return (
      <div className="flex flex-col gap-4">
        {failed}
        <Button
          variant="primary"
          size="lg"
          isPending={isPending}
          className="w-full"
          onClick={() => submit({ token })}
        >
          Join as {name}
        </Button>
        <p className="text-ink-muted text-xs">Not you? Sign out first, then open the link again.</p>
      </div>
    )
  }
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        const account = { name: String(data.get('name')), password: String(data.get('password')) }
        submit({ token, account })
      }}
    >
      {failed}
      <Field
        label="Your name"
        hint="You sign in with it. Letters, digits, dots, hyphens, underscores."
        error={errorOf('account.name')}
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
      <PasswordField kind="new" minLength={minPasswordLength} error={errorOf('account.password')} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="mt-1 w-full">
        Make account and join
      </Button>
      <ButtonLink
        href={`/sign-in?next=${encodeURIComponent(`${page}?token=${token}`)}`}
        size="lg"
        className="w-full"
      >
        I have an account already
      </ButtonLink>
    </form>
  )
}
