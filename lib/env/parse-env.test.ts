import { describe, expect, it } from 'vitest'
import { type Env, parseEnv } from '@/lib/env/parse-env'

function parsed(source: Record<string, string>): Env {
  const result = parseEnv(source, '/srv/bulkhead')
  if (!result.ok) throw new Error(result.mistakes.join(' '))
  return result.env
}

function mistakes(source: Record<string, string>): string[] {
  const result = parseEnv(source, '/srv/bulkhead')
  return result.ok ? [] : result.mistakes
}

describe('parseEnv', () => {
  it('serves on the loopback address with data beside the code when nothing is set', () => {
    expect(parsed({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/bulkhead/data',
      databaseFile: '/srv/bulkhead/data/bulkhead.db',
      databaseUrl: 'file:/srv/bulkhead/data/bulkhead.db',
      appOrigin: 'http://127.0.0.1:3000',
    })
  })

  it('takes an empty value as not set', () => {
    expect(parsed({ PORT: '', DATABASE_URL: ' ' })).toEqual(parsed({}))
  })

  it('makes paths absolute, the database following the data folder', () => {
    expect(parsed({ DATA_DIR: '../elsewhere' }).databaseFile).toBe('/srv/elsewhere/bulkhead.db')
    expect(parsed({ DATABASE_URL: 'file:./x.db' }).databaseUrl).toBe('file:/srv/bulkhead/x.db')
  })

  it('gives an origin that a browser can open when it listens everywhere', () => {
    expect(parsed({ HOST: '0.0.0.0', PORT: '80' }).appOrigin).toBe('http://localhost')
    expect(parsed({ HOST: '::1', PORT: '4000' }).appOrigin).toBe('http://[::1]:4000')
  })

  it('gives limits in bytes and milliseconds', () => {
    expect(parsed({ UPLOAD_LIMIT_MB: '2', PARSE_TIMEOUT_SECONDS: '5' }).limits).toMatchObject({
      uploadBytes: 2_097_152,
      parseMs: 5000,
    })
  })

  it('collects one sentence for every mistake', () => {
    const found = mistakes({
      PORT: '70000',
      HOST: 'a b',
      DATABASE_URL: 'postgres://localhost/x',
      APP_ORIGIN: 'https://example.org/path',
      LOG_LEVEL: 'loud',
      UPLOAD_LIMIT_MB: '1.5',
    })
    expect(found).toEqual([
      'PORT must be a whole number from 1 to 65535.',
      'HOST must be a host name or an address to listen on, such as 127.0.0.1.',
      'DATABASE_URL must be file: and a path: only SQLite is served for now.',
      'APP_ORIGIN must be an origin such as https://bulkhead.example.org, without a path.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'UPLOAD_LIMIT_MB must be a whole number from 1 to 500.',
    ])
  })

  it.each(['ftp://a', 'https://a/', 'https://user@a', 'a.example', 'https://a?x'])(
    'refuses the origin %s',
    (APP_ORIGIN) => {
      expect(mistakes({ APP_ORIGIN })).toHaveLength(1)
    },
  )

  it.each(['0', '-1', '3000x', '1e3', ' 80'])('refuses the port "%s"', (PORT) => {
    expect(mistakes({ PORT })).toHaveLength(1)
  })
})
