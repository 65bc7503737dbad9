import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentPerson } from '@/app/current-actor'
import { safePath } from '@/app/safe-path'
import { AccountCard } from '@/components/accounts/account-card'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { signInAction } from '@/lib/actions/account'

export const metadata: Metadata = { title: 'Sign in' }

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const next = safePath((await searchParams).next)
  if (await currentPerson()) redirect(next)
  return (
    <AccountCard title="Sign in">
      <SignInForm action={signInAction} next={next} />
      <p className="mt-5 border-line border-t pt-4 text-ink-muted text-xs">
        Forgot your password? Whoever runs this server can make you a link with{' '}
        <code className="font-mono text-ink">npm run user:reset-link</code>.
      </p>
    </AccountCard>
  )
}
