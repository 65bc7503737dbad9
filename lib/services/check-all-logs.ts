import { listEveryHead } from '@/lib/db/models'
import { checkLog, type LogCheck } from '@/lib/services/check-log'

export type CheckedLog = LogCheck & { id: string; name: string }

/**
 * Checks the log of every model that has one, in the bin too. For whoever may run commands on the server's own machine:
 * there is no actor.
 */
export async function checkAllLogs(): Promise<CheckedLog[]> {
  const checked: CheckedLog[] = []
  for (const { id, name, workspaceId } of await listEveryHead()) {
    const actor = { userId: 'command-line', name: 'Command line', workspaceId, role: 'owner' } as const
    const result = await checkLog(actor, { id }, { inBin: true })
    if (result.ok) checked.push({ ...result.value, id, name })
  }
  return checked
}
