import type { Role } from '@/lib/model/protocol'

// What pages about people are given; moments are ISO.

export type MemberView = { userId: string; name: string; role: Role; since: string }
export type InvitationView = {
  id: string
  role: Role
  note: string
  invitedBy: string
  createdAt: string
  expiresAt: string
  state: 'open' | 'used' | 'revoked' | 'expired'
  usedBy?: string
}
