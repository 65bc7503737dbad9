import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '@/app/current-actor'
import { getModel, Input } from '@/lib/services/get-model'
import { isArchived } from '@/lib/services/is-archived'

/** The model of this page, for whoever asks; a stranger, a missing id and somebody else's id get the same page. */
export const loadPage = cache(async (modelId: string) => {
  const actor = await requireActor(modelId)
  const input = Input.safeParse({ id: modelId })
  const result = input.success ? await getModel(actor, input.data) : undefined
  if (!input.success || !result?.ok) notFound()
  return { actor, found: result.value, isArchived: await isArchived(actor, input.data) }
})

type Params = { params: Promise<{ modelId: string }> }

/** The metadata of a page of a model: "Threats · Shop". */
export async function titleOf({ params }: Params, page: string): Promise<{ title: string }> {
  const { found } = await loadPage((await params).modelId)
  return { title: `${page} · ${found.document.meta.name}` }
}
