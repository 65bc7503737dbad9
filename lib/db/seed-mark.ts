import { database } from '@/lib/db/database'

const ID = 'content'

/** True when the content was seeded from what has this digest. */
export async function isSeededFrom(digest: string): Promise<boolean> {
  return (await database().client.seedMark.count({ where: { id: ID, digest } })) > 0
}

/** Notes what the content was seeded from, after all of it is there. */
export async function markSeeded(digest: string): Promise<void> {
  await database().client.seedMark.upsert({
    where: { id: ID },
    create: { id: ID, digest },
    update: { digest },
  })
}
