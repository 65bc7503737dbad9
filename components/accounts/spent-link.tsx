import type { ReactNode } from 'react'
import { AccountCard } from '@/components/accounts/account-card'
import { ButtonLink } from '@/components/ui/button-link'

/** A one-time link that is good no more; the children say what to do. */
export function SpentLink({ children }: { children: ReactNode }) {
  return (
    <AccountCard
      title="This link no longer works"
      lead="It was used already, has expired, or is not complete."
    >
      <p>{children}</p>
      <ButtonLink href="/sign-in" className="mt-5 w-full" size="lg">
        Go to sign in
      </ButtonLink>
    </AccountCard>
  )
}
