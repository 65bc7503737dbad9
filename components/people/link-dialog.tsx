'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { ShownLink } from '@/components/people/shown-link'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormDialog } from '@/components/ui/form-dialog'
import type { Result } from '@/lib/model/protocol'

type LinkDialogProps<I> = {
  title: string
  /** What the link is called, and who can use it. */
  label: string
  about: ReactNode
  origin: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  make: (input: I) => Promise<Result<{ path: string }>>
  inputOf: (data: FormData) => I
  /** The fields, with what the server says of one of them. */
  children: (errorOf: (path: string) => string | undefined) => ReactNode
}

/** Makes a link that lets people in, and shows it once. */
export function LinkDialog<I>({
  title,
  label,
  about,
  origin,
  isOpen,
  onOpenChange,
  make,
  inputOf,
  children,
}: LinkDialogProps<I>) {
  const router = useRouter()
  const [link, setLink] = useState<string>()
  const { submit, isPending, problem, errorOf } = useSubmit(make, ({ path }) => {
    setLink(`${origin}${path}`)
    router.refresh()
  })
  const close = (open: boolean) => {
    if (!open) setLink(undefined)
    onOpenChange(open)
  }
  if (link)
    return (
      <Dialog
        title="The link is ready"
        isOpen={isOpen}
        onOpenChange={close}
        size="sm"
        footer={
          <Button variant="primary" onClick={() => close(false)}>
            Done
          </Button>
        }
      >
        <ShownLink link={link} label={label}>
          {about}
        </ShownLink>
      </Dialog>
    )
  return (
    <FormDialog
      title={title}
      action="Make the link"
      isOpen={isOpen}
      onOpenChange={close}
      isPending={isPending}
      problem={problem?.sentence}
      onSubmit={(data) => submit(inputOf(data))}
    >
      {children(errorOf)}
    </FormDialog>
  )
}
