import path from 'node:path'
import { z } from '@/lib/model/zod'

/** A whole number between two bounds, given as text; empty means not set. */
function wholeNumber(name: string, least: number, most: number) {
  const says = `${name} must be a whole number from ${least} to ${most}.`
  return z
    .string()
    .regex(/^\d{1,15}$/, says)
    .transform(Number)
    .pipe(z.number().min(least, says).max(most, says))
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Variables = z.object({
  PORT: wholeNumber('PORT', 1, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be a host name or an address to listen on, such as 127.0.0.1.')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:[^?]+$/, 'DATABASE_URL must be file: and a path: only SQLite is served for now.')
    .optional(),
  APP_ORIGIN: z
    .string()
    .refine(isOrigin, 'APP_ORIGIN must be an origin such as https://bulkhead.example.org, without a path.')
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
  UPLOAD_LIMIT_MB: wholeNumber('UPLOAD_LIMIT_MB', 1, 500).default(50),
  ARCHIVE_LIMIT_MB: wholeNumber('ARCHIVE_LIMIT_MB', 1, 500).default(10),
  UNPACKED_LIMIT_MB: wholeNumber('UNPACKED_LIMIT_MB', 1, 2000).default(50),
  FILES_LIMIT: wholeNumber('FILES_LIMIT', 1, 2000).default(500),
  UNPACK_RATIO_LIMIT: wholeNumber('UNPACK_RATIO_LIMIT', 2, 1000).default(200),
  CHANGES_LIMIT_MB: wholeNumber('CHANGES_LIMIT_MB', 1, 100).default(50),
  PARSE_TIMEOUT_SECONDS: wholeNumber('PARSE_TIMEOUT_SECONDS', 1, 600).default(30),
  PARSE_MEMORY_MB: wholeNumber('PARSE_MEMORY_MB', 64, 8192).optional(),
  COMPONENTS_LIMIT: wholeNumber('COMPONENTS_LIMIT', 100, 100_000).default(30_000),
})

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.origin === value.toLowerCase()
}

/** The whole configuration of a server, parsed: absolute paths, numbers as numbers, limits in bytes and ms. */
export interface Env {
  port: number
  host: string
  /** Absolute path of the folder of the database, the secrets and the backups. */
  dataDir: string
  /** `file:` and an absolute path. */
  databaseUrl: string
  /** Absolute path of the SQLite file. */
  databaseFile: string
  /** What browsers see, such as `https://bulkhead.example.org`. */
  appOrigin: string
  logLevel: (typeof LOG_LEVELS)[number]
  limits: {
    uploadBytes: number
    /** What is unpacked of archives: the same form as the worker takes. */
    unpack: { packedBytes: number; unpackedBytes: number; files: number; ratio: number }
    changesBytes: number
    parseMs: number
    /** Memory of a thread that reads files; undefined for what the machine leaves to one. */
    parseMemoryMb: number | undefined
    components: number
  }
}

export type ParsedEnv = { ok: true; env: Env } | { ok: false; mistakes: string[] }

const MB = 1024 * 1024

/**
 * Parses environment variables; an empty value counts as not set.
 * @param cwd what relative paths are relative to.
 * @returns the configuration, or one sentence for every mistake.
 */
export function parseEnv(source: Record<string, string | undefined>, cwd: string): ParsedEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = Variables.safeParse(given)
  if (!parsed.success) {
    return { ok: false, mistakes: parsed.error.issues.map((issue) => issue.message) }
  }
  const variables = parsed.data
  const dataDir = path.resolve(cwd, variables.DATA_DIR)
  const databaseFile = variables.DATABASE_URL
    ? path.resolve(cwd, variables.DATABASE_URL.slice('file:'.length))
    : path.join(dataDir, 'bulkhead.db')
  return {
    ok: true,
    env: {
      port: variables.PORT,
      host: variables.HOST,
      dataDir,
      databaseUrl: `file:${databaseFile}`,
      databaseFile,
      appOrigin: variables.APP_ORIGIN ?? originOf(variables.HOST, variables.PORT),
      logLevel: variables.LOG_LEVEL,
      limits: {
        uploadBytes: variables.UPLOAD_LIMIT_MB * MB,
        unpack: {
          packedBytes: variables.ARCHIVE_LIMIT_MB * MB,
          unpackedBytes: variables.UNPACKED_LIMIT_MB * MB,
          files: variables.FILES_LIMIT,
          ratio: variables.UNPACK_RATIO_LIMIT,
        },
        changesBytes: variables.CHANGES_LIMIT_MB * MB,
        parseMs: variables.PARSE_TIMEOUT_SECONDS * 1000,
        parseMemoryMb: variables.PARSE_MEMORY_MB,
        components: variables.COMPONENTS_LIMIT,
      },
    },
  }
}

/** Where a browser on this machine finds a server that listens there: no browser can open 0.0.0.0. */
function originOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin
}
