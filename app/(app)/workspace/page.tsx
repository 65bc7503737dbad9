import { redirect } from 'next/navigation'

/** A workspace opens on its members. */
export default function Page() {
  redirect('/workspace/members')
}
