'use client'

import { useState } from 'react'
import { LinkDialog } from '@/components/people/link-dialog'
import { roles } from '@/components/people/role-words'
import { Field } from '@/components/ui/field'
import { textOf } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { inviteMemberAction } from '@/lib/actions/people'
import type { Role } from '@/lib/model/protocol'

type InviteDialogProps = { origin: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Makes a link into the workspace for one person. */
export function InviteDialog(props: InviteDialogProps) {
  const [role, setRole] = useState<Role>('editor')
  return (
    <LinkDialog
      {...props}
      title="Invite somebody"
      label="Invitation link"
      about="Send this link to whoever should join. It works once and is shown only now. Whoever opens it can use it, so choose a way that you trust."
      make={inviteMemberAction}
      inputOf={(data) => ({ role, note: textOf(data, 'note'), days: Number(data.get('days')) })}
    >
      {(errorOf) => (
        <>
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
        </>
      )}
    </LinkDialog>
  )
}
