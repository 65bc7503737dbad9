'use client'

import type { ReactElement, ReactNode } from 'react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'

type ConfirmDialogProps = {
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** "Delete Shop" */
  confirmLabel: string
  isDangerous?: boolean
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** Does it; a sentence comes back when it could not be done, and the dialog stays. */
  onConfirm: () => Promise<string | undefined>
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  isDangerous,
  trigger,
  isOpen,
  onOpenChange,
  onConfirm,
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isPending, start] = useTransition()
  const setOpen = (open: boolean) => {
    setProblem(undefined)
    setOwnOpen(open)
    onOpenChange?.(open)
  }
  const confirm = () =>
    start(async () => {
      const sentence = await onConfirm()
      if (sentence) setProblem(sentence)
      else setOpen(false)
    })
  return (
    <Dialog
      title={title}
      size="sm"
      {...(trigger ? { trigger } : {})}
      isOpen={isOpen ?? ownOpen}
      onOpenChange={setOpen}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} isPending={isPending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-ink-muted">{children}</div>
      {problem ? (
        <Callout tone="danger" className="mt-3">
          {problem}
        </Callout>
      ) : null}
    </Dialog>
  )
}
