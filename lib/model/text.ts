import { z } from '@/lib/model/zod'

// NUL and the other C0 controls have no place in a name; tabs and line ends are allowed where text may have lines.
const lineControls = /\p{Cc}/u
const textControls = /[^\P{Cc}\t\n\r]/u

/** One line that a person reads: 1 to `max` characters, no control characters. */
export function line(max = 300) {
  return z
    .string()
    .min(1, 'This is empty.')
    .max(max, `This is longer than ${max} characters.`)
    .refine((text) => !lineControls.test(text), 'This holds control characters.')
}

/** Text of several lines, possibly empty, at most `max` characters. */
export function text(max = 10_000) {
  return z
    .string()
    .max(max, `This is longer than ${max} characters.`)
    .refine((value) => !textControls.test(value), 'This holds control characters.')
}

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Moment = z.iso.datetime({ precision: 3 })

/** A day: YYYY-MM-DD. */
export const Day = z.iso.date()
