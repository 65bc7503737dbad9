import { cache } from 'react'
import { requireActor } from '@/app/current-actor'
import { getCatalogue } from '@/lib/services/get-catalogue'

/** The catalogue of these pages, for whoever asks. */
export const loadCatalogue = cache(async () => {
  const actor = await requireActor()
  const result = await getCatalogue(actor)
  if (!result.ok) throw new Error(result.sentence)
  return { actor, ...result.value }
})

/** An id as it stands in an address; what cannot be read is no id. */
export function idOf(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
