'use client'

import { useState } from 'react'
import { PasswordField } from '@/components/accounts/password-field'
import { useSubmit } from '@/components/accounts/use-submit'
import { Sessions, type SessionView } from '@/components/people/sessions'
import { useCommand } from '@/components/people/use-command'
import { Section } from '@/components/people/workspace-frame'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { changeNameAction, changePasswordAction } from '@/lib/actions/people'

type AccountViewProps = {
  name: string
  minPasswordLength: number
  sessions: readonly SessionView[]
  now: string
}

/** What concerns only oneself: name, password, and where one is signed in. */
export function AccountView({ name, minPasswordLength, sessions, now }: AccountViewProps) {
  return (
    <>
      <NameForm name={name} />
      <PasswordForm minLength={minPasswordLength} />
      <Sessions sessions={sessions} now={now} />
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const { run, isPending } = useCommand()
  return (
    <Section title="Your name" lead="Others see it, and you sign in with it.">
      <form
        className="flex max-w-md items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const next = String(new FormData(event.currentTarget).get('name')).trim()
          run(
            () => changeNameAction({ name: next }),
            `You are ${next} now. Sign in with this name next time.`,
          )
        }}
      >
        <Field label="Name" className="flex-1">
          <Input
            name="name"
            required
            minLength={3}
            maxLength={30}
            pattern="[A-Za-z0-9._\-]+"
            title="Letters, digits, dots, hyphens, underscores."
            defaultValue={name}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Button type="submit" isPending={isPending}>
          Change name
        </Button>
      </form>
    </Section>
  )
}

function PasswordForm({ minLength }: { minLength: number }) {
  // A fresh form after each success: nothing typed stays behind.
  const [round, setRound] = useState(0)
  const { submit, isPending, problem, errorOf } = useSubmit(changePasswordAction, () => {
    setRound(round + 1)
    toast({ title: 'The new password holds. Other browsers were signed out.' })
  })
  return (
    <Section title="Your password" lead="Changing it signs you out in every other browser.">
      <form
        key={round}
        className="flex max-w-md flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          submit({ present: String(data.get('present')), password: String(data.get('password')) })
        }}
      >
        {problem && !problem.issues ? <Callout tone="danger">{problem.sentence}</Callout> : null}
        <PasswordField name="present" label="Present password" kind="present" error={errorOf('present')} />
        <PasswordField label="New password" kind="new" minLength={minLength} error={errorOf('password')} />
        <div>
          <Button type="submit" isPending={isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Section>
  )
}
