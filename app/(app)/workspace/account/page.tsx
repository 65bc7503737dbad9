import type { Metadata } from 'next'
import { requirePerson } from '@/app/current-actor'
import { AccountView } from '@/components/people/account-view'
import { Input } from '@/lib/services/change-password'
import { listSessions } from '@/lib/services/list-sessions'

export const metadata: Metadata = { title: 'Your account' }

export default async function Page() {
  const person = await requirePerson()
  return (
    <AccountView
      key={person.name}
      name={person.name}
      minPasswordLength={Input.shape.password.minLength ?? 1}
      sessions={await listSessions(person)}
      now={new Date().toISOString()}
    />
  )
}
