import type { Metadata } from 'next'
import { currentPerson } from '@/app/current-actor'
import { AccountCard } from '@/components/accounts/account-card'
import { SpentLink } from '@/components/accounts/spent-link'
import { JoinForm } from '@/components/people/join-form'
import { roles } from '@/components/people/role-words'
import { acceptInvitationAction } from '@/lib/actions/people'
import { previewInvitation } from '@/lib/services/accept-invitation'
import { Input } from '@/lib/services/change-password'

export const metadata: Metadata = { title: 'Join' }

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const { token } = await searchParams
  const isToken = typeof token === 'string' && token.length <= 100
  const invitation = isToken ? await previewInvitation(token) : undefined
  if (!isToken || !invitation) {
    return <SpentLink>Ask whoever invited you for a new one. An invitation is good for one person.</SpentLink>
  }
  const person = await currentPerson()
  const role = roles.find(({ value }) => value === invitation.role)
  return (
    <AccountCard
      title={`Join ${invitation.workspace}`}
      lead={`${invitation.invitedBy} invites you as ${role?.label.toLowerCase()}. ${role?.may}`}
    >
      <JoinForm
        action={acceptInvitationAction}
        token={token}
        page="/join"
        onward="/models"
        name={person?.name}
        minPasswordLength={Input.shape.password.minLength ?? 1}
      />
    </AccountCard>
  )
}
