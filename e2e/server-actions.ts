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

/** The address of a page that takes it: 'app/(app)/models/(list)/page' is /models. A parameter stands for nothing real. */
function addressOf(workers: readonly string[]): string {
  const page = workers.find((worker) => !worker.includes('[')) ?? workers[0] ?? ''
  const parts = page.split('/').slice(1, -1)
  const shown = parts.filter((part) => !part.startsWith('('))
  return `/${shown.map((part) => (part.startsWith('[') ? 'none' : part)).join('/')}`
}
