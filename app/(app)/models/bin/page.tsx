import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/current-actor'
import { BinView } from '@/components/models/bin-view'
import { listBin } from '@/lib/services/list-bin'

export const metadata: Metadata = { title: 'Deleted models' }

export default async function Page() {
  const result = await listBin(await requireActor())
  if (!result.ok) notFound()
  return <BinView models={result.value} now={new Date().toISOString()} />
}
