import { database } from '@/lib/db/database'

const ID = 'claims'

/** Keeps the claims that need a look, as JSON text. */
export async function keepClaims(body: string): Promise<void> {
  await database().client.claimBook.upsert({ where: { id: ID }, create: { id: ID, body }, update: { body } })
}

/** The claims that need a look, as JSON text; an empty list before anything was seeded. */
export async function readClaimBook(): Promise<string> {
  return (await database().client.claimBook.findUnique({ where: { id: ID } }))?.body ?? '[]'
}
