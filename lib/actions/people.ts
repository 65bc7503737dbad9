'use server'

import { defineAction } from '@/lib/actions/define-action'
import { acceptInvitation } from '@/lib/services/accept-invitation'
import { changeName, Input as NameInput } from '@/lib/services/change-name'
import { changePassword, Input as PasswordInput } from '@/lib/services/change-password'
import { changeRole, Input as RoleInput } from '@/lib/services/change-role'
import { createWorkspace, Input as WorkspaceInput } from '@/lib/services/create-workspace'
import { anybody, asPerson } from '@/lib/services/edges/run-command'
import { Input as EndInput, endSession } from '@/lib/services/end-session'
import { Input as HandOverInput, handOver } from '@/lib/services/hand-over'
import { Input as InviteInput, inviteMember } from '@/lib/services/invite-member'
import { JoinInput } from '@/lib/services/join-by-link'
import { Input as RemoveInput, removeMember } from '@/lib/services/remove-member'
import { Input as RenameInput, renameWorkspace } from '@/lib/services/rename-workspace'
import { Input as RevokeInput, revokeInvitation } from '@/lib/services/revoke-invitation'
import { Input as SwitchInput, switchWorkspace } from '@/lib/services/switch-workspace'

export const inviteMemberAction = defineAction(InviteInput, (actor, input) => inviteMember(actor, input))
export const revokeInvitationAction = defineAction(RevokeInput, (actor, input) =>
  revokeInvitation(actor, input),
)
export const changeRoleAction = defineAction(RoleInput, changeRole)
export const removeMemberAction = defineAction(RemoveInput, removeMember)
export const handOverAction = defineAction(HandOverInput, handOver)
export const renameWorkspaceAction = defineAction(RenameInput, renameWorkspace)

export const acceptInvitationAction = defineAction(
  JoinInput,
  (headers, input) => acceptInvitation(headers, input),
  anybody,
)
export const createWorkspaceAction = defineAction(WorkspaceInput, createWorkspace, asPerson)
export const switchWorkspaceAction = defineAction(SwitchInput, switchWorkspace, asPerson)
export const changeNameAction = defineAction(
  NameInput,
  (person, input) => changeName(person, input),
  asPerson,
)
export const changePasswordAction = defineAction(
  PasswordInput,
  (person, input) => changePassword(person, input),
  asPerson,
)
export const endSessionAction = defineAction(EndInput, endSession, asPerson)
