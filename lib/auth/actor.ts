import type { Role } from '@/lib/model/protocol'

/** A signed-in person in the workspace they work in. Every use case takes one first; every query is scoped by it. */
export type Actor = { userId: string; name: string; workspaceId: string; role: Role }
