'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { roles } from '@/components/people/role-words'
import { ShownLink } from '@/components/people/shown-link'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { inviteMemberAction } from '@/lib/actions/people'
import type { Role } from '@/lib/model/protocol'

type InviteDialogProps = { origin: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Makes a link for one person, and shows it once. */
export function InviteDialog({ origin, isOpen, onOpenChange }: InviteDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [link, setLink] = useState<string>()
  const [role, setRole] = useState<Role>('editor')
  const { submit, isPending, problem, errorOf } = useSubmit(inviteMemberAction, ({ path }) => {
    setLink(`${origin}${path}`)
    router.refresh()
  })
  const close = (open: boolean) => {
    if (!open) setLink(undefined)
    onOpenChange(open)
  }
  return (
    <Dialog
      title={link ? 'The link is ready' : 'Invite somebody'}
      isOpen={isOpen}
      onOpenChange={close}
      size="sm"
      footer={
        link ? (
          <Button variant="primary" onClick={() => close(false)}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={() => close(false)}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" isPending={isPending}>
              Make the link
            </Button>
          </>
        )
      }
    >
      {link ? (
        <ShownLink link={link} label="Invitation link">
          Send this link to whoever should join. It works once and is shown only now. Whoever opens it can use
          it, so choose a way that you trust.
        </ShownLink>
      ) : (
        <form
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            submit({ role, note: String(data.get('note')), days: Number(data.get('days')) })
          }}
        >
          {problem ? <Callout tone="danger">{problem.sentence}</Callout> : null}
          <Field label="For whom" hint="Only you and other owners see this." error={errorOf('note')}>
            <Input name="note" maxLength={100} autoComplete="off" placeholder="Grace, platform team" />
          </Field>
          <Field label="Role" hint={roles.find((each) => each.value === role)?.may}>
            <Select value={role} onChange={(event) => setRole(event.target.value as Role)}>
              {roles.map((each) => (
                <option key={each.value} value={each.value}>
                  {each.label}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Good for">
            <Select name="days" defaultValue="7">
              <option value="1">1 day</option>
              <option value="7">7 days</option>
              <option value="30">30 days</option>
            </Select>
          </Field>
        </form>
      )}
    </Dialog>
  )
}
