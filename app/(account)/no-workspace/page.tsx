import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor, requirePerson } from '@/app/current-actor'
import { AccountCard } from '@/components/accounts/account-card'
import { NoWorkspace } from '@/components/people/no-workspace'

export const metadata: Metadata = { title: 'No workspace' }

export default async function Page() {
  const person = await requirePerson()
  if (await currentActor()) redirect('/models')
  return (
    <AccountCard
      title="You are in no workspace"
      lead="You left the last one, or were removed from it. Open an invitation link to join one, or make one of your own."
    >
      <NoWorkspace userId={person.userId} />
    </AccountCard>
  )
}
