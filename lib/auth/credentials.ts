import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

/** The name somebody signs in with. Upper and lower case are the same name; it is shown as it was typed. */
export const UserName = z
  .string()
  .trim()
  .min(3, 'A name has at least 3 characters.')
  .max(30, 'A name has at most 30 characters.')
  .regex(/^[A-Za-z0-9._-]+$/, 'A name holds letters, digits, dots, hyphens and underscores.')

export const MIN_PASSWORD_LENGTH = 10

/** A new password. Its upper bound keeps the cost of hashing small. */
export const NewPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `A password has at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(128, 'A password has at most 128 characters.')

/** A password as somebody tries it. */
export const GivenPassword = z
  .string()
  .min(1, 'This is empty.')
  .max(128, 'A password has at most 128 characters.')

/** The form in which names are compared and stored. */
export function normaliseUserName(name: string): string {
  return name.trim().toLowerCase()
}

/** The token of a one-time link. */
export const LinkToken = line(100)
