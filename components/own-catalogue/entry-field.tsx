'use client'

import { type ComponentProps, createContext, use } from 'react'
import { Field } from '@/components/ui/field'

/** What keeps an entry from being made: a sentence, and the field that it stands beside where there is one. */
export type Missing = { sentence: string; field?: string }

/** What is wrong with which field of the form around. */
export const FieldMistakes = createContext<ReadonlyMap<string, string>>(new Map())

type EntryFieldProps = Omit<ComponentProps<typeof Field>, 'error'> & {
  /** As the entry itself calls it, so that what the server finds wrong stands here too. */
  name: string
}

/** A field of an entry's form, with what is wrong with it. */
export function EntryField({ name, ...props }: EntryFieldProps) {
  return <Field {...props} error={use(FieldMistakes).get(name)} />
}
