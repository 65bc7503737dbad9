import { database } from '@/lib/db/database'
import { latestPackHash } from '@/lib/db/packs'

/** Whether this server can do its work: its database answers, and a catalogue is in it. */
export async function checkHealth(): Promise<{
  status: 'ok' | 'unavailable'
  database: boolean
  catalogue: boolean
}> {
  try {
    await database().client.$queryRaw`SELECT 1`
    const hasCatalogue = (await latestPackHash()) !== undefined
    return { status: hasCatalogue ? 'ok' : 'unavailable', database: true, catalogue: hasCatalogue }
  } catch {
    return { status: 'unavailable', database: false, catalogue: false }
  }
}
