import { redirect } from 'next/navigation'

/** Work starts at the models. */
export default function Page(): never {
  redirect('/models')
}
