import type { Actor } from '@/lib/auth/actor'
import type { EditType } from '@/lib/model/change'
import type { Role } from '@/lib/model/protocol'

/** What people do besides editing. */
export type Action =
  | 'read-model'
  | 'export-report'
  | 'plan-import'
  | 'import-scan'
  | 'judge-findings'
  | 'create-model'
  | 'delete-model'
  | 'check-log'
  | 'read-members'
  | 'invite'
  | 'manage-members'
  | 'rename-workspace'
  | 'read-history'
  | 'keep-version'
  | 'remove-version'
  | 'duplicate-model'
  | 'archive-model'
  | 'move-model'
  | 'read-catalogue'
  | 'edit-catalogue'
  | 'create-course'

/** What an action is on: anything that belongs to a workspace. */
export type Resource = { workspaceId: string }

const everybody: readonly Role[] = ['owner', 'editor', 'reviewer', 'viewer']
const judges: readonly Role[] = ['owner', 'editor', 'reviewer']
const editors: readonly Role[] = ['owner', 'editor']
const owners: readonly Role[] = ['owner']

/** Who describes the system and who judges its threats. A new type of edit does not compile until it stands here. */
const editPolicy: Record<EditType, readonly Role[]> = {
  'set-meta': editors,
  'pin-catalogue': editors,
  'add-component': editors,
  'remove-component': editors,
  'set-component': editors,
  'add-flow': editors,
  'remove-flow': editors,
  'set-flow': editors,
  'set-fact': editors,
  'add-data-asset': editors,
  'remove-data-asset': editors,
  'set-data-asset': editors,
  'add-view': editors,
  'remove-view': editors,
  'set-view': editors,
  place: editors,
  decide: judges,
  attach: judges,
  detach: judges,
  'set-attachment': judges,
  'set-mitigation': judges,
  'add-note': judges,
  'remove-note': judges,
  'set-note': judges,
}

const actionPolicy: Record<Action, readonly Role[]> = {
  'read-model': everybody,
  'export-report': everybody,
  'plan-import': editors,
  'import-scan': editors,
  'judge-findings': judges,
  'create-model': editors,
  'delete-model': owners,
  'check-log': owners,
  'read-members': everybody,
  invite: owners,
  'manage-members': owners,
  'rename-workspace': owners,
  'read-history': everybody,
  'keep-version': judges,
  'remove-version': owners,
  'duplicate-model': editors,
  'archive-model': editors,
  'move-model': owners,
  'read-catalogue': everybody,
  'edit-catalogue': editors,
  'create-course': editors,
}

const policy: Record<EditType | Action, readonly Role[]> = { ...editPolicy, ...actionPolicy }

/** True when the actor may do this to something of that workspace. Nobody may do anything in a workspace not theirs. */
export function can(actor: Actor, what: EditType | Action, resource: Resource): boolean {
  return actor.workspaceId === resource.workspaceId && policy[what].includes(actor.role)
}
