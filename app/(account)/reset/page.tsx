import type { Metadata } from 'next'
import { AccountCard } from '@/components/accounts/account-card'
import { ResetForm } from '@/components/accounts/reset-form'
import { SpentLink } from '@/components/accounts/spent-link'
import { resetPasswordAction } from '@/lib/actions/account'
import { canReset, Input } from '@/lib/services/reset-password'

export const metadata: Metadata = { title: 'New password' }

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const { token } = await searchParams
  if (typeof token !== 'string' || token.length > 100 || !(await canReset(token))) {
    return <SpentLink>Ask whoever runs this server for a new one. A link is good for one hour.</SpentLink>
  }
  return (
    <AccountCard title="Choose a new password" lead="You will be signed out in every other browser.">
      <ResetForm
        action={resetPasswordAction}
        token={token}
        minPasswordLength={Input.shape.password.minLength ?? 1}
      />
    </AccountCard>
  )
}
