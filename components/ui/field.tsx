'use client'

import { createContext, type ReactNode, useContext, useId } from 'react'
import { CircleAlert } from '@/components/ui/icons'

type FieldContext = { id: string; describedBy: string | undefined; isInvalid: boolean; isRequired: boolean }
const Context = createContext<FieldContext | undefined>(undefined)

type FieldProps = {
  label: ReactNode
  /** One line of help below the control. */
  hint?: ReactNode
  /** What is wrong and what to do. */
  error?: ReactNode
  isRequired?: boolean
  /** Beside the label, at the right: a count, a link. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A label, one control (Input, Textarea, Select) and its hint or error, tied together for everyone. */
export function Field({ label, hint, error, isRequired = false, aside, className, children }: FieldProps) {
  const id = useId()
  const describedBy = error || hint ? `${id}-help` : undefined
  return (
    <Context value={{ id, describedBy, isInvalid: Boolean(error), isRequired }}>
      <div className={className}>
        <div className="mb-1.5 flex items-baseline justify-between gap-2">
          <label htmlFor={id} className="font-medium text-ink text-sm">
            {label}
            {isRequired ? <span className="font-normal text-ink-muted"> (required)</span> : null}
          </label>
          {aside ? <span className="text-ink-muted text-xs">{aside}</span> : null}
        </div>
        {children}
        {error ? (
          <p id={describedBy} className="mt-1.5 flex gap-1.5 text-danger text-xs">
            <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            {error}
          </p>
        ) : hint ? (
          <p id={describedBy} className="mt-1.5 text-ink-muted text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </Context>
  )
}

/** The attributes that tie a control to the Field around it; empty outside of one. */
export function useFieldControl(): {
  id?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  required?: boolean
} {
  const field = useContext(Context)
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid || undefined,
    ...(field.isRequired ? { required: true } : {}),
  }
}
