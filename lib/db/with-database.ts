import { openDatabase, setDatabase } from '@/lib/db/database'

/** Runs a task of the command line on a database that it opens, makes the one of this process, and closes again. */
export async function withDatabase<T>(
  of: { databaseUrl: string; dataDir: string },
  task: () => Promise<T>,
): Promise<T> {
  const opened = openDatabase(of)
  setDatabase(opened)
  try {
    return await task()
  } finally {
    setDatabase(undefined)
    await opened.client.$disconnect()
  }
}
