import type { ComponentProps } from 'react'
import { Input } from '@/components/ui/input'

/** The field "name" of a form: one line, and not only blanks. */
export function NameInput({ maxLength = 200, ...rest }: ComponentProps<typeof Input>) {
  return (
    <Input
      name="name"
      required
      maxLength={maxLength}
      pattern=".*\S.*"
      title="A name holds at least one letter."
      autoComplete="off"
      {...rest}
    />
  )
}
