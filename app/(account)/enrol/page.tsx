import type { Metadata } from 'next'
import { currentPerson } from '@/app/current-actor'
import { AccountCard } from '@/components/accounts/account-card'
import { SpentLink } from '@/components/accounts/spent-link'
import { courseRoles } from '@/components/coursework/course-roles'
import { JoinForm } from '@/components/people/join-form'
import { acceptCourseInviteAction } from '@/lib/actions/coursework'
import { Input } from '@/lib/services/change-password'
import { previewCourseInvite } from '@/lib/services/coursework/accept-course-invite'

export const metadata: Metadata = { title: 'Join a course' }

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const { token } = await searchParams
  const isToken = typeof token === 'string' && token.length <= 100
  const invite = isToken ? await previewCourseInvite(token) : undefined
  if (!isToken || !invite) return <SpentLink>Ask an instructor of the course for a new one.</SpentLink>
  const person = await currentPerson()
  const { label, may } = courseRoles[invite.role]
  return (
    <AccountCard
      title={`Join ${invite.course}`}
      lead={`${invite.invitedBy} invites you as ${label.toLowerCase()}. ${may}${invite.isPersonal ? ' This link is for you alone: do not pass it on.' : ''}`}
    >
      <JoinForm
        action={acceptCourseInviteAction}
        token={token}
        page="/enrol"
        onward="/coursework"
        name={person?.name}
        minPasswordLength={Input.shape.password.minLength ?? 1}
      />
    </AccountCard>
  )
}
