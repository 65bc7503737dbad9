'use client'

import { useState } from 'react'
import { InvitationRow } from '@/components/people/invitation-row'
import { InviteDialog } from '@/components/people/invite-dialog'
import { MemberRow } from '@/components/people/member-row'
import type { InvitationView, MemberView } from '@/components/people/people-types'
import { roles } from '@/components/people/role-words'
import { Rows, Section } from '@/components/people/workspace-frame'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { UserPlus } from '@/components/ui/icons'
import type { Role } from '@/lib/model/protocol'

type MembersViewProps = {
  me: { id: string; role: Role }
  origin: string
  now: string
  members: readonly MemberView[]
  invitations?: readonly InvitationView[] | undefined
}

/** Who is in the workspace and in which role, and for owners the links that lead into it. */
export function MembersView({ me, origin, now, members, invitations }: MembersViewProps) {
  const [isInviting, setInviting] = useState(false)
  const isOwner = me.role === 'owner'
  return (
    <>
      <Section
        title={members.length === 1 ? '1 member' : `${members.length} members`}
        lead={isOwner ? undefined : 'Owners of this workspace invite people and give them their roles.'}
        action={
          isOwner ? (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus aria-hidden />
              Invite somebody
            </Button>
          ) : null
        }
      >
        <Rows label="Members">
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} me={me} now={now} />
          ))}
        </Rows>
        <dl className="mt-3 grid gap-x-6 gap-y-1 text-ink-muted text-xs sm:grid-cols-2">
          {roles.map((role) => (
            <div key={role.value} className="flex gap-1.5">
              <dt className="font-medium text-ink">{role.label}:</dt>
              <dd>{role.may}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {invitations ? (
        <Section
          title="Invitations"
          lead="A link is good for one person, until it expires or you take it back."
        >
          {invitations.length > 0 ? (
            <Rows label="Invitations">
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} now={now} />
              ))}
            </Rows>
          ) : (
            <div className="rounded-lg border border-line-strong border-dashed">
              <EmptyState title="No invitations yet" level={3}>
                Make a link and send it to whoever should join, in whatever way you trust.
              </EmptyState>
            </div>
          )}
        </Section>
      ) : null}
      <InviteDialog origin={origin} isOpen={isInviting} onOpenChange={setInviting} />
    </>
  )
}
