import { type HostReference, hostReferences } from '@/lib/importers/compose/references'
import { isEasilyGuessed, isSecretName, secretOrigin, secretPart } from '@/lib/importers/compose/secret-names'
import type { PodContext } from '@/lib/importers/kubernetes/containers'
import type { Handed, PlacedReference } from '@/lib/importers/kubernetes/digests'
import { at, isTemplate, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { toScalarText } from '@/lib/importers/yaml/yaml-node'

export type Environment = {
  handed: Handed[]
  references: PlacedReference[]
  /** Variables by name, for looking at only: values are never kept. */
  settings: Map<string, string | undefined>
}

const MAX_REFERENCES = 60
const MAX_EXPANDED = 8000

/** Reads variables and command lines. States which variables hold secrets, by name; values are looked at and forgotten. */
export function readEnvironment(pod: PodContext, products: readonly string[]): Environment {
  const found: Environment = { handed: [], references: [], settings: new Map() }
  const written: { name: string; value: string; place: Place }[] = []
  const elsewhere: { name: string; place: Place }[] = []
  const users: string[] = []
  let emptyAt: Place | undefined
  for (const container of pod.containers) {
    for (const variable of mapsOf(at(container.body, 'env'))) {
      const name = textAt(variable, 'name') ?? ''
      const place = { file: variable.file, line: variable.line }
      const from = at(variable, 'valueFrom')
      if (from) {
        found.settings.set(name, undefined)
        handedBy(from, name, place, found, elsewhere)
        continue
      }
      const value = toScalarText(at(variable, 'value')) ?? ''
      found.settings.set(name, expand(value, found.settings))
      // $(NAME) stands for another variable, and {{ }} for what a template fills in: neither is written here.
      const plain = /\$\(|\{\{/.test(value)
        ? value.replace(/\$\(([\w.-]+)\)/g, '${$1}').replaceAll('{{', '${')
        : value
      const origin = secretOrigin(name, plain)
      if (origin === 'written') written.push({ name, value, place })
      else if (origin === 'elsewhere') elsewhere.push({ name, place })
      else if (/USER|LOGIN/i.test(name) && !isSecretName(name)) users.push(value)
      if (allowsEmpty(name, value)) emptyAt ??= place
      refer(found, name, expand(value, found.settings), place, 3)
    }
    for (const source of mapsOf(at(container.body, 'envFrom'))) {
      const place = { file: source.file, line: source.line }
      const secret = textAt(source, 'secretRef', 'name')
      const config = textAt(source, 'configMapRef', 'name')
      if (secret) {
        found.handed.push({ kind: 'Secret', name: secret, asFile: false, place })
        elsewhere.push({ name: `envFrom:${secret}`, place })
      }
      if (config) found.handed.push({ kind: 'ConfigMap', name: config, asFile: false, place })
    }
    const { command } = container
    if (command !== '') refer(found, '', expand(command, found.settings), container.place, 2)
  }
  const [first] = written
  if (first) pod.state('envSecrets', [...new Set(written.map(({ name }) => nameOnly(name)))], first.place)
  const [other] = elsewhere
  if (other)
    pod.state('envSecretNames', [...new Set(elsewhere.map(({ name }) => nameOnly(name)))], other.place)
  const names = [...users, ...products]
  const guessed = written.find(({ name, value }) => isEasilyGuessed(secretPart(name, value) ?? '', names))
  const weak = guessed?.place ?? emptyAt
  if (weak) pod.state('defaultCredentials', true, weak)
  return found
}

// Kubernetes puts the values of earlier variables in for $(NAME), and the addresses of services for theirs.
function expand(value: string, settings: ReadonlyMap<string, string | undefined>): string {
  if (!value.includes('$(')) return value
  let left = MAX_EXPANDED
  return value.slice(0, MAX_EXPANDED).replace(/\$\(([A-Za-z_][\w.-]{0,200})\)/g, (whole, name: string) => {
    const text = (settings.get(name) ?? serviceOf(name) ?? whole).slice(0, left)
    left -= text.length
    return text
  })
}

function serviceOf(name: string): string | undefined {
  const service = /^([A-Z0-9_]+)_SERVICE_HOST$/.exec(name)?.[1]
  return service?.toLowerCase().replaceAll('_', '-')
}

function handedBy(
  from: NonNullable<ReturnType<typeof at>>,
  name: string,
  place: Place,
  found: Environment,
  elsewhere: { name: string; place: Place }[],
): void {
  const secret = textAt(from, 'secretKeyRef', 'name')
  const config = textAt(from, 'configMapKeyRef', 'name')
  if (secret) {
    found.handed.push({ kind: 'Secret', name: secret, asFile: false, place })
    elsewhere.push({ name, place })
  }
  if (config) found.handed.push({ kind: 'ConfigMap', name: config, asFile: false, place })
}

function allowsEmpty(name: string, value: string): boolean {
  if (/ALLOW_EMPTY(_ROOT)?_PASSWORD/i.test(name)) return /^(1|true|yes|on)$/i.test(value)
  return name === 'POSTGRES_HOST_AUTH_METHOD' && value === 'trust'
}

function refer(found: Environment, name: string, value: string, place: Place, rank: number): void {
  if (
    value === '' ||
    found.references.length >= MAX_REFERENCES ||
    (isTemplate(value) && !value.includes('://'))
  )
    return
  for (const reference of hostReferences(name, value)) {
    if (found.references.length >= MAX_REFERENCES) return
    if (reference.host !== '' && !reference.host.includes('{'))
      found.references.push(toPlaced(reference, place, rank))
  }
}

// Written out: a spread of an object whose fields differ is many times slower, and there are ten thousands.
function toPlaced(
  { host, port, encrypted, authenticated, isWeb }: HostReference,
  place: Place,
  rank: number,
): PlacedReference {
  return { host, port, encrypted, authenticated, isWeb, place, rank }
}

// A name is a name: what stands before the first character that no variable can have.
function nameOnly(name: string): string {
  return /^[\w.:-]{1,120}/.exec(name)?.[0] ?? '(unusual name)'
}
