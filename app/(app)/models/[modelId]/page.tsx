import { redirect } from 'next/navigation'

/** A model opens on its canvas. */
export default async function Page({ params }: { params: Promise<{ modelId: string }> }) {
  redirect(`/models/${encodeURIComponent(decodeURIComponent((await params).modelId))}/canvas`)
}
