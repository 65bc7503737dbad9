import type { Place } from '@/lib/importers/compose/builder'
import { interpolate, readEnvFile } from '@/lib/importers/compose/interpolate'
import { keyPath } from '@/lib/importers/compose/keys'
import { baseOf, normalisePath } from '@/lib/importers/compose/paths'
import { isEasilyGuessed, isSecretName, secretOrigin, secretPart } from '@/lib/importers/compose/secret-names'
import { entryAt, type ServiceContext, state } from '@/lib/importers/compose/service-context'
import { entriesOf, itemsOf, toScalarText, valueAt } from '@/lib/importers/yaml/yaml-node'

/**
 * A variable of a service while it is being read. Values live only as long as the reading: nothing but names and
 * what follows from values leaves this folder.
 */
export type Variable = {
  name: string
  place: Place
  value: string | undefined
  origin: 'written' | 'elsewhere' | undefined
}

const nothing: ReadonlyMap<string, string> = new Map()

/** Reads the variables of a service: those of its own, and those of environment files that were handed in. */
export function readEnvironment(context: ServiceContext): Variable[] {
  const variables = new Map<string, Variable>()
  for (const variable of readEnvFiles(context)) variables.set(variable.name, variable)
  for (const { key, value, file, line } of entriesOf(entryAt(context, 'environment')?.value)) {
    const raw = toScalarText(value)
    const resolved = context.project.peek(value)?.text
    const written = raw === undefined ? undefined : interpolate(raw, nothing).text
    variables.set(key, {
      name: key,
      place: { file, line },
      value: resolved,
      origin: secretOrigin(key, written),
    })
  }
  return [...variables.values()]
}

/** States which variables hold secrets, by name only, and whether one of them is easily guessed. */
export function stateSecrets(
  context: ServiceContext,
  variables: readonly Variable[],
  product: readonly string[],
): void {
  const written = variables.filter(({ origin }) => origin === 'written')
  const elsewhere = variables.filter(({ origin }) => origin === 'elsewhere')
  if (written[0])
    state(
      context,
      'envSecrets',
      written.map(({ name }) => variableName(name)),
      written[0].place,
    )
  if (elsewhere[0])
    state(
      context,
      'envSecretNames',
      elsewhere.map(({ name }) => variableName(name)),
      elsewhere[0].place,
    )
  const users = variables
    .filter(({ name }) => /USER|LOGIN/i.test(name) && !isSecretName(name))
    .flatMap(({ value }) => (value ? [value] : []))
  const names = [...users, ...product]
  const guessed =
    written.find(({ name, value }) => isEasilyGuessed(secretPart(name, value ?? '') ?? '', names)) ??
    variables.find(allowsEmptyPassword)
  if (guessed) state(context, 'defaultCredentials', true, guessed.place)
}

function allowsEmptyPassword({ name, value = '' }: Variable): boolean {
  if (/ALLOW_EMPTY(_ROOT)?_PASSWORD|ALLOW_EMPTY_PASSWORD/i.test(name)) return /^(1|true|yes|on)$/i.test(value)
  return name === 'POSTGRES_HOST_AUTH_METHOD' && value === 'trust'
}

// A name is a name: what stands before the first character that no variable can have.
function variableName(name: string): string {
  return (/^[\w.-]{1,120}/.exec(name)?.[0] ?? '(unusual name)').slice(0, 120)
}

function readEnvFiles(context: ServiceContext): Variable[] {
  const { project, out, key, hostKey } = context
  return itemsOf(entryAt(context, 'env_file')?.value).flatMap((item) => {
    const node = valueAt(item, 'path') ?? item
    const read = project.read(node)
    if (!read) return []
    const path = project.pathAt(node, read.text)
    const file = out.component({
      key: project.key('env-file', keyPath(path)),
      type: 'env-file',
      name: baseOf(path) || path,
      parentKey: hostKey,
      zoneKeys: [hostKey],
      place: node,
    })
    out.fact(file, 'path', path, node)
    out.flow({
      key: project.flowKey('config', file, key),
      type: 'flow-config',
      from: file,
      to: key,
      place: node,
    })
    const onDisk = normalisePath(`${project.root}/${path}`).replace(/^\//, '')
    const text = project.envFiles.get(onDisk)
    if (text === undefined) return []
    project.usedEnvFiles.add(onDisk)
    const variables = readEnvFile(text).map(({ name, value, line }): Variable => {
      const origin = secretOrigin(name, value) === undefined ? undefined : 'elsewhere'
      return { name, place: { file: onDisk, line }, value, origin }
    })
    const secret = variables.find(({ origin }) => origin)
    out.fact(file, 'containsSecrets', secret !== undefined, secret?.place ?? { file: onDisk, line: 1 })
    return variables
  })
}
