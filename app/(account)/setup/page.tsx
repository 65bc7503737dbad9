import type { Metadata } from 'next'
import { AccountCard } from '@/components/accounts/account-card'
import { SetupForm } from '@/components/accounts/setup-form'
import { SpentLink } from '@/components/accounts/spent-link'
import { setUpAction } from '@/lib/actions/account'
import { canSetUp, Input } from '@/lib/services/set-up'

export const metadata: Metadata = { title: 'Set up' }

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const { token } = await searchParams
  if (typeof token !== 'string' || token.length > 100 || !(await canSetUp(token))) {
    return (
      <SpentLink>
        Start the server again: it prints a new link for as long as nobody owns this installation. If somebody
        does, sign in.
      </SpentLink>
    )
  }
  return (
    <AccountCard title="Set up Bulkhead" lead="You will own this installation. The link works once.">
      <SetupForm action={setUpAction} token={token} minPasswordLength={Input.shape.password.minLength ?? 1} />
    </AccountCard>
  )
}
