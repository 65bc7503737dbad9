import { pino } from 'pino'
import { env } from '@/lib/env/env'

let made: ReturnType<typeof pino> | undefined

/** The server's log: one line of JSON an event. Never hand it what people wrote or uploaded. */
export function log() {
  // Standard error, because the launcher keeps standard output for what is meant for people.
  made ??= pino({ name: 'bulkhead', level: env().logLevel }, pino.destination(2))
  return made
}
