import { backUp } from '@/lib/db/backup/back-up'
import { takeDataLock } from '@/lib/db/backup/data-lock'
import { restore } from '@/lib/db/backup/restore'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { writeMigration } from '@/lib/db/migrations/write-migration'
import { parseEnv } from '@/lib/env/parse-env'
import { secrets } from '@/lib/env/secrets'

/** What the launch scripts, which are plain JavaScript, need of the TypeScript: see bundle.mjs. */
export { applyMigrations, backUp, parseEnv, restore, secrets, takeDataLock, writeMigration }
