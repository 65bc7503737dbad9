import { isSecretName } from '@/lib/importers/compose/secret-names'

/** Values of build arguments and variables by name; `undefined` for one that is declared without a value. */
export type Scope = ReadonlyMap<string, string | undefined>

export type Expanded = { text: string; unset: string[] }

const variable = /\\.|\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*)|[#%/][^{}]*)?\})/g
const MAX_LENGTH = 2000

/**
 * Puts values in for variables, as a build does. One without a value, and one whose name says that it is secret, stays
 * as `${NAME}` and is listed in `unset`.
 */
export function expand(text: string, scope: Scope): Expanded {
  const unset: string[] = []
  const expanded = text
    .slice(0, MAX_LENGTH)
    .replace(variable, (match, plain?: string, braced?: string, rule?: string, other = '') => {
      if (match.startsWith('\\')) return match.slice(1)
      const name = (plain ?? braced) as string
      const value = isSecretName(name) ? undefined : scope.get(name)
      const isSet = value !== undefined && (value !== '' || !rule?.startsWith(':'))
      if (rule?.endsWith('+')) return isSet ? other : ''
      if (isSet) return value
      if (rule?.endsWith('-') && !isSecretName(name) && !other.includes('$')) return other
      unset.push(name)
      return `\${${name}}`
    })
  return { text: expanded.slice(0, MAX_LENGTH), unset }
}

/** Name and value of `NAME=value NAME="other value"`; of ENV and LABEL also the old form `NAME value`. */
export function readPairs({ keyword, text }: { keyword: string; text: string }): {
  name: string
  value: string | undefined
  offset: number
}[] {
  const old = keyword === 'ARG' ? null : /^([^\s=]+)[ \t]+(\S.*)$/s.exec(text)
  if (old?.[1]) return [{ name: old[1], value: old[2] ?? '', offset: 0 }]
  return [
    ...text.matchAll(/(?<=^|\s)([A-Za-z_][\w.-]*)(?:=((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'])*))?/gs),
  ].map(({ 1: name = '', 2: value, index }) => ({
    name,
    value: value?.replace(
      /"((?:[^"\\]|\\.)*)"|'([^']*)'/gs,
      (_match, double?: string, single?: string) => double ?? single ?? '',
    ),
    offset: index,
  }))
}
