import { AccountCard } from '@/components/accounts/account-card'
import { ButtonLink } from '@/components/ui/button-link'

export default function NotFound() {
  return (
    <AccountCard title="There is no such page here" lead="Check the address, or start from the models.">
      <ButtonLink href="/models" variant="primary" size="lg" className="w-full">
        Go to the models
      </ButtonLink>
    </AccountCard>
  )
}
