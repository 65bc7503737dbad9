'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Eye, EyeOff } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'

type PasswordFieldProps = {
  label?: string
  /** In the form's data. */
  name?: string
  /** `new` asks the browser for a strong one and says how long it has to be. */
  kind: 'present' | 'new'
  minLength?: number
  error?: string | undefined
}

/** A password that can be looked at while typing. */
export function PasswordField({
  label = 'Password',
  name = 'password',
  kind,
  minLength,
  error,
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <Field
      label={label}
      error={error}
      hint={kind === 'new' && minLength ? `At least ${minLength} characters.` : undefined}
    >
      <div className="relative">
        <PasswordInput name={name} isShown={isShown} kind={kind} minLength={minLength} />
        <IconButton
          size="sm"
          label={`${isShown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
          icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onClick={() => setShown(!isShown)}
          className="absolute! top-1.5 right-1.5"
        />
      </div>
    </Field>
  )
}

function PasswordInput({
  name,
  isShown,
  kind,
  minLength,
}: {
  name: string
  isShown: boolean
  kind: 'present' | 'new'
  minLength: number | undefined
}) {
  return (
    <Input
      name={name}
      type={isShown ? 'text' : 'password'}
      required
      minLength={minLength}
      maxLength={128}
      autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
      spellCheck={false}
      autoCapitalize="none"
      className="h-9! pr-9!"
    />
  )
}
