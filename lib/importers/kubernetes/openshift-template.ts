import { isSecretName } from '@/lib/importers/compose/secret-names'
import { at, isTemplate } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { resolvePlain } from '@/lib/importers/yaml/scan'
import {
  itemsOf,
  toScalarText,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from '@/lib/importers/yaml/yaml-node'

/** How much may still be put in, of all templates of a file together: the same value can be named ten thousand times. */
export type Filling = { charactersLeft: number }

/** More than the files of a template can sensibly hold, and little enough to be put together at once. */
export const MAX_FILLED = 4_000_000

export const TEMPLATE_SENTENCES = {
  noValue:
    'Its name, kind or namespace comes of a parameter that has no value here, or whose value may be a secret. Run "oc process" with a value for it (-p NAME=VALUE) and import the result.',
  tooLarge: `With their parameters put in, the templates of this file hold more than ${MAX_FILLED / 1_000_000} million characters. Run "oc process" and import the result, or split the file.`,
  inner: 'This is a template inside of a template. Nothing of it runs before it is processed itself.',
  unknown:
    'Parameters of this template have no value: what they fill in is unknown. Run "oc process" with values for them (-p NAME=VALUE) and import the result to see it.',
} as const

/** The objects of a template of OpenShift, which is no object itself; undefined for everything else. */
export function templateObjects(body: YamlNode): YamlNode[] | undefined {
  const version = toScalarText(at(body, 'apiVersion')) ?? ''
  if (toScalarText(at(body, 'kind')) !== 'Template') return undefined
  if (version !== 'v1' && !version.startsWith('template.openshift.io/')) return undefined
  const objects = at(body, 'objects')
  return objects?.kind === 'list' ? objects.items : undefined
}

/** The values that a template gives its parameters: those that are made up, and those that have none, have no value. */
export type Parameters = { values: ReadonlyMap<string, string>; firstWithout?: Place }

/** Reads the parameters of a template. */
export function readParameters(template: YamlMap): Parameters {
  const values = new Map<string, string>()
  let firstWithout: Place | undefined
  for (const parameter of itemsOf(at(template, 'parameters'))) {
    const name = toScalarText(at(parameter, 'name'))
    if (name === undefined) continue
    const value = toScalarText(at(parameter, 'value'))
    if (value !== undefined && value !== '') values.set(name, value)
    else if (toScalarText(at(parameter, 'generate')) === undefined)
      firstWithout ??= { file: parameter.file, line: parameter.line }
  }
  return { values, ...(firstWithout && { firstWithout }) }
}

/**
 * An object of a template with the values of its parameters put in. What has no value stays as it is written and is
 * unknown, and so is what may be a secret, except in variables and data, whose values are looked at and never kept. Values
 * are put in once, so one that names parameters expands no further.
 * @returns undefined when there is too much to put in.
 */
export function fillIn(object: YamlNode, parameters: Parameters, filling: Filling): YamlNode | undefined {
  const filled = new Filler(parameters.values, filling).visit(object, false)
  return filling.charactersLeft < 0 ? undefined : filled
}

const PARAMETER = /\$\{(\w+)\}/g
const BARE = /^\$\{\{(\w+)\}\}$/
const NEVER_KEPT = new Set(['value', 'data', 'stringData'])

class Filler {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly filling: Filling,
  ) {}

  /** @param mayHide whether nothing of what stands here is ever kept, so that secrets may stand here too. */
  visit(node: YamlNode, mayHide: boolean): YamlNode {
    if (this.filling.charactersLeft < 0) return node
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.visit(item, mayHide)) }
    if (node.kind === 'map') return this.visitMap(node, mayHide)
    if (typeof node.value !== 'string' || !node.value.includes('${')) return node
    // In double braces a value is no text: a number, or yes and no.
    const bare = BARE.exec(node.value)?.[1]
    const value = bare === undefined ? undefined : this.textOf(bare, mayHide)
    return { ...node, value: value === undefined ? this.put(node.value, mayHide) : resolvePlain(value) }
  }

  private visitMap(node: YamlMap, mayHide: boolean): YamlMap {
    const entries = new Map<string, YamlEntry>()
    for (const entry of node.entries.values()) {
      const key = entry.key.includes('${') ? this.put(entry.key, false) : entry.key
      entries.set(key, { ...entry, key, value: this.visit(entry.value, mayHide || NEVER_KEPT.has(key)) })
    }
    return { ...node, entries }
  }

  private put(text: string, mayHide: boolean): string {
    return text.replace(PARAMETER, (whole, name: string) => this.textOf(name, mayHide) ?? whole)
  }

  private textOf(name: string, mayHide: boolean): string | undefined {
    const value = this.values.get(name)
    if (value === undefined || this.filling.charactersLeft < 0 || (!mayHide && isSecretName(name)))
      return undefined
    this.filling.charactersLeft -= value.length
    return value
  }
}

/** Whether something is still to be filled in of what tells an object from others. */
export function isNameless(object: YamlNode): boolean {
  const metadata = at(object, 'metadata')
  const parts = [
    at(object, 'kind'),
    at(object, 'apiVersion'),
    at(metadata, 'name'),
    at(metadata, 'namespace'),
  ]
  return parts.some((part) => isTemplate(toScalarText(part) ?? ''))
}
