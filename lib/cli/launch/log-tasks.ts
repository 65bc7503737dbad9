import { withDatabase } from '@/lib/db/with-database'
import { type CheckedLog, checkAllLogs } from '@/lib/services/check-all-logs'

/** The check of every model's log; see checkAllLogs. */
export function checkLogs(env: { databaseUrl: string; dataDir: string }): Promise<CheckedLog[]> {
  return withDatabase(env, checkAllLogs)
}
