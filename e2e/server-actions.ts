import { readFileSync } from 'node:fs'
import { z } from '@/lib/model/zod'

const Manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

export type ServerAction = { name: string; id: string; page: string }

/** Every command that the built server takes, with a page that takes it. */
export function serverActions(): ServerAction[] {
  const { node } = Manifest.parse(
    JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')),
  )
  return Object.entries(node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    page: addressOf(Object.keys(workers)),
  }))
}

/** The address of the first page without parameters: 'app/(app)/models/(list)/page' is /models. */
function addressOf(workers: readonly string[]): string {
  const page = workers.find((worker) => !worker.includes('['))
  if (!page) throw new Error(`Every page of these has parameters: ${workers.join()}`)
  const parts = page.split('/').slice(1, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}
