'use client'

import type { InvitationView } from '@/components/people/people-types'
import { roleLabels } from '@/components/people/role-words'
import { useCommand } from '@/components/people/use-command'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { revokeInvitationAction } from '@/lib/actions/people'

const states: Record<InvitationView['state'], { label: string; tone: BadgeTone }> = {
  open: { label: 'Open', tone: 'accent' },
  used: { label: 'Used', tone: 'success' },
  revoked: { label: 'Taken back', tone: 'neutral' },
  expired: { label: 'Expired', tone: 'neutral' },
}

export function InvitationRow({ invitation, now }: { invitation: InvitationView; now: string }) {
  const { run, isPending } = useCommand()
  const { label, tone } = states[invitation.state]
  const name = invitation.note || 'Somebody'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          <span className="shrink-0 text-ink-muted">as {roleLabels[invitation.role].toLowerCase()}</span>
        </p>
        <p className="text-ink-muted text-xs">
          By {invitation.invitedBy} on <Time at={invitation.createdAt} now={now} />
          {invitation.usedBy ? `, used by ${invitation.usedBy}` : ''}
          {invitation.state === 'open' ? (
            <>
              , good until <Time at={invitation.expiresAt} now={now} />
            </>
          ) : null}
        </p>
      </div>
      <div className="flex items-center gap-3">
        <Badge tone={tone}>{label}</Badge>
        {invitation.state === 'open' ? (
          <Button
            size="sm"
            isPending={isPending}
            aria-label={`Take back the invitation of ${name}`}
            onClick={() =>
              run(
                () => revokeInvitationAction({ invitationId: invitation.id }),
                'Taken back. The link no longer works.',
              )
            }
          >
            Take back
          </Button>
        ) : null}
      </div>
    </li>
  )
}
