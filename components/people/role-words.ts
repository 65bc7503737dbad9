import type { Role } from '@/lib/model/protocol'

/** Roles from the most to the least that one may do, in words. */
export const roles: readonly { value: Role; label: string; may: string }[] = [
  { value: 'owner', label: 'Owner', may: 'Everything, and who is here and in which role.' },
  { value: 'editor', label: 'Editor', may: 'Makes, draws and imports models, and judges threats.' },
  { value: 'reviewer', label: 'Reviewer', may: 'Judges threats: decides, comments, keeps versions.' },
  { value: 'viewer', label: 'Viewer', may: 'Reads models and reports.' },
]

export const roleLabels: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  editor: 'Editor',
  reviewer: 'Reviewer',
  viewer: 'Viewer',
}
