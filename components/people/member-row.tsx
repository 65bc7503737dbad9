'use client'

import { useState } from 'react'
import type { MemberView } from '@/components/people/people-types'
import { roleLabels, roles } from '@/components/people/role-words'
import { useCommand } from '@/components/people/use-command'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Crown, Ellipsis, LogOut, UserMinus } from '@/components/ui/icons'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import { Time } from '@/components/ui/time'
import { changeRoleAction, handOverAction, removeMemberAction } from '@/lib/actions/people'
import type { Role } from '@/lib/model/protocol'

type MemberRowProps = { member: MemberView; me: { id: string; role: Role }; now: string }

/** One member: the role to change, and what else an owner, or they themselves, may do. */
export function MemberRow({ member, me, now }: MemberRowProps) {
  const { run, isPending } = useCommand()
  const [asking, setAsking] = useState<'remove' | 'hand-over'>()
  const isMe = member.userId === me.id
  const isOwner = me.role === 'owner'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-28">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{member.name}</span>
          {isMe ? <Badge>You</Badge> : null}
        </p>
        <p className="text-ink-muted text-xs">
          Here since <Time at={member.since} now={now} />
        </p>
      </div>
      {isOwner ? (
        <Select
          aria-label={`Role of ${member.name}`}
          className="w-32!"
          value={member.role}
          disabled={isPending}
          onChange={(event) => {
            const role = event.target.value as Role
            run(
              () => changeRoleAction({ userId: member.userId, role }),
              `${member.name} is now ${roleLabels[role].toLowerCase()}.`,
            )
          }}
        >
          {roles.map((role) => (
            <option key={role.value} value={role.value}>
              {role.label}
            </option>
          ))}
        </Select>
      ) : (
        <Badge>{roleLabels[member.role]}</Badge>
      )}
      {isOwner || isMe ? (
        <Menu
          trigger={
            <button
              type="button"
              aria-label={`More for ${member.name}`}
              className={buttonStyle('ghost', 'sm', 'size-7 px-0!')}
            >
              <Ellipsis aria-hidden />
            </button>
          }
        >
          {isOwner && !isMe ? (
            <MenuItem icon={<Crown aria-hidden />} onSelect={() => setAsking('hand-over')}>
              Hand over to them
            </MenuItem>
          ) : null}
          <MenuItem
            isDangerous
            icon={isMe ? <LogOut aria-hidden /> : <UserMinus aria-hidden />}
            onSelect={() => setAsking('remove')}
          >
            {isMe ? 'Leave this workspace' : 'Remove'}
          </MenuItem>
        </Menu>
      ) : (
        <span className="w-7 max-sm:hidden" />
      )}
      <RemoveDialog
        member={member}
        isMe={isMe}
        isOpen={asking === 'remove'}
        onClose={() => setAsking(undefined)}
      />
      <HandOverDialog member={member} isOpen={asking === 'hand-over'} onClose={() => setAsking(undefined)} />
    </li>
  )
}

type AskProps = { member: MemberView; isOpen: boolean; onClose: () => void }

function RemoveDialog({ member, isMe, isOpen, onClose }: AskProps & { isMe: boolean }) {
  const { ask } = useCommand()
  const remove = async () => {
    const problem = await ask(
      () => removeMemberAction({ userId: member.userId }),
      isMe ? undefined : `Removed ${member.name}.`,
    )
    // A whole page load: nothing that was drawn for this workspace is kept.
    if (!problem && isMe) window.location.assign('/models')
    return problem
  }
  return (
    <ConfirmDialog
      isDangerous
      title={isMe ? 'Leave this workspace?' : `Remove ${member.name}?`}
      confirmLabel={isMe ? 'Leave workspace' : `Remove ${member.name}`}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      onConfirm={remove}
    >
      {isMe
        ? 'You no longer see its models. What you made and decided stays, under your name. To come back you need an invitation.'
        : 'They no longer see its models. What they made and decided stays, under their name. Their account stays too.'}
    </ConfirmDialog>
  )
}

function HandOverDialog({ member, isOpen, onClose }: AskProps) {
  const { ask } = useCommand()
  return (
    <ConfirmDialog
      title={`Hand the workspace over to ${member.name}?`}
      confirmLabel={`Hand over to ${member.name}`}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      onConfirm={() =>
        ask(() => handOverAction({ userId: member.userId }), `${member.name} owns this workspace now.`)
      }
    >
      They become an owner and you become an editor. Only they, or another owner, can give you the role back.
    </ConfirmDialog>
  )
}
