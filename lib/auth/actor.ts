import type { Role } from '@/lib/model/protocol'

/** A signed-in person in the workspace they work in. Every use case takes one first; every query is scoped by it. */
export type Actor = { userId: string; name: string; workspaceId: string; role: Role }

/** A signed-in person by themselves, for what concerns their account and not a workspace. */
export type Person = { userId: string; name: string; sessionId: string }
