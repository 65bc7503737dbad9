import { database } from '@/lib/db/database'

/** A model to start from; its body is a Bulkhead file. */
export type StoredScenario = { id: string; name: string; position: number; body: string }

/** Keeps exactly these scenarios. */
export async function keepScenarios(scenarios: readonly StoredScenario[]): Promise<void> {
  await database().client.$transaction(async (tx) => {
    await tx.scenario.deleteMany({ where: { id: { notIn: scenarios.map((scenario) => scenario.id) } } })
    for (const { id, ...data } of scenarios) {
      await tx.scenario.upsert({ where: { id }, create: { id, ...data }, update: data })
    }
  })
}

/** Every scenario in its order, without the body. */
export function listScenarios(): Promise<{ id: string; name: string }[]> {
  return database().client.scenario.findMany({
    select: { id: true, name: true },
    orderBy: { position: 'asc' },
  })
}

/** A scenario's Bulkhead file; undefined when there is none. */
export async function findScenario(id: string): Promise<StoredScenario | undefined> {
  return (await database().client.scenario.findUnique({ where: { id } })) ?? undefined
}
