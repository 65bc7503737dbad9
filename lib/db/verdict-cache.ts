import { database } from '@/lib/db/database'
import { canonicalJson } from '@/lib/model/canonical'
import type { ThreatCounts } from '@/lib/model/protocol'

/** What counts are wanted for: decisions expire by the day, so today is part of it. */
export type CountsKey = { modelId: string; seq: number; packHash: string; day: string }

/** Counts that still hold, by model id. */
export async function readCounts(keys: readonly CountsKey[]): Promise<Map<string, ThreatCounts>> {
  const wanted = new Map(keys.map((key) => [key.modelId, key]))
  const kept = await database().client.verdictCache.findMany({
    where: { modelId: { in: [...wanted.keys()] } },
  })
  return new Map(
    kept.flatMap((row) => {
      const key = wanted.get(row.modelId)
      const holds = key && row.seq === key.seq && row.packHash === key.packHash && row.day >= key.day
      return holds ? [[row.modelId, JSON.parse(row.counts) as ThreatCounts] as const] : []
    }),
  )
}

/** Keeps counts in place of older ones; they hold as long as nobody saves, up to and with the day `until`. */
export async function keepCounts(
  { modelId, seq, packHash }: CountsKey,
  until: string,
  counts: ThreatCounts,
): Promise<void> {
  const data = { seq, packHash, day: until, counts: canonicalJson(counts) }
  await database().client.verdictCache.upsert({
    where: { modelId },
    create: { modelId, ...data },
    update: data,
  })
}
