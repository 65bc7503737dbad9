'use client'

import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'

type FormDialogProps = {
  title: ReactNode
  description?: ReactNode
  /** What the button that sends the form says. */
  action: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  isPending: boolean
  isDisabled?: boolean
  /** What was wrong with what was sent last. */
  problem?: string | undefined
  onSubmit: (data: FormData) => void
  children: ReactNode
}

/** A dialog that is one short form: fields, Cancel, and the button that sends it. */
export function FormDialog({
  title,
  description,
  action,
  isOpen,
  onOpenChange,
  isPending,
  isDisabled = false,
  problem,
  onSubmit,
  children,
}: FormDialogProps) {
  const formId = useId()
  return (
    <Dialog
      title={title}
      {...(description === undefined ? {} : { description })}
      size="sm"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending} disabled={isDisabled}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(new FormData(event.currentTarget))
        }}
      >
        {problem === undefined ? null : <Callout tone="danger">{problem}</Callout>}
        {children}
      </form>
    </Dialog>
  )
}

/** A text field of a form, without the blanks around it. */
export function textOf(data: FormData, name: string): string {
  return String(data.get(name) ?? '').trim()
}
