import { dump, load } from 'js-yaml'
import { lintOwn } from '@/lib/catalogue/own/lint-own'
import { emptyOwnCatalogue, OWN_FORMAT, OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { formatCount } from '@/lib/model/format-count'
import { describeIssue } from '@/lib/model/model-file'

export type OwnResult = { ok: true; own: OwnCatalogue } | { ok: false; sentences: string[] }

/** Deeper or larger than anything that could be meant; looked at before anything else is. */
const MAX_DEPTH = 40
const MAX_VALUES = 200_000

/** Checks a workspace's own entries as they were sent or read: bounds, form, then every rule of the catalogue. */
export function checkOwn(value: unknown, base: Pack): OwnResult {
  const bounds = outOfBounds(value)
  if (bounds) return { ok: false, sentences: [bounds] }
  if (typeof value === 'string') {
    const words = value.startsWith('This is not YAML') ? value : 'This is not a file of own entries.'
    return { ok: false, sentences: [words] }
  }
  if (typeof value === 'object' && value !== null && 'format' in value && value.format !== OWN_FORMAT)
    return { ok: false, sentences: [`A file of own entries begins with "format: ${OWN_FORMAT}".`] }
  const parsed = OwnCatalogue.safeParse(value)
  if (!parsed.success) return { ok: false, sentences: parsed.error.issues.slice(0, 50).map(describeIssue) }
  const found = lintOwn(base, parsed.data)
  return found.length > 0 ? { ok: false, sentences: found } : { ok: true, own: parsed.data }
}

/**
 * Own entries from YAML as `writeOwn` writes them, still to be checked by `checkOwn`; lists that are left out are empty.
 * What is no YAML, or too deep, is handed on as text, which no check lets through.
 */
export function parseOwnYaml(text: string): unknown {
  try {
    const value: unknown = load(text, { maxDepth: MAX_DEPTH } as object)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return text
    return { ...emptyOwnCatalogue, format: undefined, ...value }
  } catch (error) {
    return `This is not YAML: ${(error as Error).message.slice(0, 300)}`
  }
}

/** Own entries as YAML: the same entries give the same text. */
export function writeOwn(own: OwnCatalogue): string {
  const { format, name, ...lists } = own
  return dump({ format, name, ...lists }, { lineWidth: 120, noRefs: true, skipInvalid: true })
}

/** Says what is too deep or too large, without recursion, so that nothing here can run out of stack. Shared parts count each time. */
function outOfBounds(value: unknown): string | undefined {
  const queue: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  let values = 0
  for (let next = queue.pop(); next; next = queue.pop()) {
    values += 1
    if (values > MAX_VALUES) return `This holds more than ${formatCount(MAX_VALUES)} values.`
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > MAX_DEPTH) return `This is nested more than ${MAX_DEPTH} levels deep.`
    const depth = next.depth + 1
    for (const inner of Object.values(next.value)) queue.push({ value: inner, depth })
  }
  return undefined
}
