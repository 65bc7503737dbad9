import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { z } from '@/lib/model/zod'

const Key = z.string().regex(/^[0-9a-f]{64}$/)

/** Keys that must never leave the data folder, 32 random bytes each, as hex. */
export const Secrets = z.object({
  /** Signs the sessions. */
  authSecret: Key,
  /** Chains the entries of the log. */
  logKey: Key,
})
export type Secrets = z.infer<typeof Secrets>

const read = new Map<string, Secrets>()

/**
 * The secrets of a data folder, made at the first call and readable by their owner only.
 * @throws Error with one sentence when the file cannot be read or is damaged: it is never replaced,
 * because a new key would invalidate every session and break the chain of the log.
 */
export function secrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = read.get(file)
  if (known) return known
  const found = readSecrets(file) ?? createSecrets(file)
  read.set(file, found)
  return found
}

function readSecrets(file: string): Secrets | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): give its owner back the right to.`,
    )
  }
  const parsed = Secrets.safeParse(jsonOrNothing(text))
  if (!parsed.success) {
    throw new Error(
      `${file} is damaged: restore it from a backup, because sessions and the log depend on its keys.`,
    )
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  return parsed.data
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Writes the file whole beside its place and links it there, so that of two starting servers both read one. */
function createSecrets(file: string): Secrets {
  mkdirSync(path.dirname(file), { recursive: true })
  const made: Secrets = {
    authSecret: randomBytes(32).toString('hex'),
    logKey: randomBytes(32).toString('hex'),
  }
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(made, null, 2)}\n`)
    fsyncSync(handle)
    linkSync(draft, file)
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readSecrets(file) ?? createSecrets(file)
  } finally {
    closeSync(handle)
    rmSync(draft, { force: true })
  }
}
