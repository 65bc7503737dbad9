/** A text with its variables replaced. `unset` have no value here and stay as `${NAME}`; `defaulted` took their default. */
export type Interpolated = { text: string; unset: string[]; defaulted: string[] }

export type Environment = ReadonlyMap<string, string>

const NAME = /^[A-Za-z_]\w*/
const MAX_DEPTH = 10
/** Characters between the braces of one variable. */
const MAX_WORD = 400
/** Longer texts are no names, ports or paths; they stay as they are. */
const MAX_TEXT = 20_000

/**
 * Replaces `$NAME`, `${NAME}` and its forms `:-`, `-`, `:?`, `?`, `:+`, `+`, as Compose does; `$$` is a dollar sign.
 * What is not a variable stays as it is.
 */
export function interpolate(text: string, environment: Environment, depth = 0): Interpolated {
  const result: Interpolated = { text: '', unset: [], defaulted: [] }
  if (text.length > MAX_TEXT || !text.includes('$')) return { ...result, text }
  let at = 0
  for (;;) {
    const dollar = text.indexOf('$', at)
    if (dollar < 0) {
      result.text += text.slice(at)
      return result
    }
    result.text += text.slice(at, dollar)
    const next = text[dollar + 1]
    if (next === '$') {
      result.text += '$'
      at = dollar + 2
      continue
    }
    const braced = next === '{'
    const end = braced ? closingBrace(text, dollar + 2) : undefined
    const inside = braced
      ? end === undefined
        ? ''
        : text.slice(dollar + 2, end)
      : text.slice(dollar + 1, dollar + 201)
    const name = NAME.exec(inside)?.[0]
    if (name === undefined || (braced && end === undefined)) {
      result.text += '$'
      at = dollar + 1
      continue
    }
    replace(result, name, braced ? inside.slice(name.length) : '', environment, depth)
    at = braced ? (end as number) + 1 : dollar + 1 + name.length
  }
}

// `rest` is what stands behind the name in braces: an operator and its word, or nothing.
function replace(
  into: Interpolated,
  name: string,
  rest: string,
  environment: Environment,
  depth: number,
): void {
  const operator = /^:?[-+?]/.exec(rest)?.[0] ?? ''
  const value = environment.get(name)
  const isSet = value !== undefined && !(operator.startsWith(':') && value === '')
  if (operator.endsWith('+')) {
    if (isSet) append(into, rest.slice(operator.length), environment, depth)
  } else if (isSet) {
    into.text += value
  } else if (operator.endsWith('-') && depth < MAX_DEPTH) {
    into.defaulted.push(name)
    append(into, rest.slice(operator.length), environment, depth)
  } else {
    into.unset.push(name)
    into.text += `\${${name}}`
  }
}

function append(into: Interpolated, word: string, environment: Environment, depth: number): void {
  if (depth >= MAX_DEPTH) return
  const inner = interpolate(word, environment, depth + 1)
  into.text += inner.text
  into.unset.push(...inner.unset)
  into.defaulted.push(...inner.defaulted)
}

function closingBrace(text: string, from: number): number | undefined {
  let open = 1
  for (let at = from; at < text.length && at < from + MAX_WORD; at++) {
    if (text[at] === '{' && text[at - 1] === '$') open++
    else if (text[at] === '}' && --open === 0) return at
  }
  return undefined
}

export type EnvLine = { name: string; value: string; line: number }

/** The variables of an environment file (`NAME=value` a line). Lines that are no such thing are passed over. */
export function readEnvFile(text: string): EnvLine[] {
  const found: EnvLine[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/.exec(raw.slice(0, 10_000))
    if (!match) continue
    const written = (match[2] ?? '').trim()
    const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(written)
    found.push({
      name: match[1] as string,
      value: quoted ? (quoted[2] as string) : written.replace(/(^|\s)#.*$/, '').trim(),
      line: index + 1,
    })
  }
  return found
}
