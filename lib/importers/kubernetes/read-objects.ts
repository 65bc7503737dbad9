import type { ImportWarning, InputFile, Skipped, UnreadableFile } from '@/lib/importers/extract'
import { isClusterFile } from '@/lib/importers/kubernetes/detect-kubernetes'
import { isKustomization } from '@/lib/importers/kubernetes/kustomize'
import { at, entryOf, isTemplate } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, readObject } from '@/lib/importers/kubernetes/object'
import {
  type Filling,
  fillIn,
  isNameless,
  MAX_FILLED,
  readParameters,
  TEMPLATE_SENTENCES,
  templateObjects,
} from '@/lib/importers/kubernetes/openshift-template'
import { KUSTOMIZE } from '@/lib/importers/unknown-file'
import { readDocuments } from '@/lib/importers/yaml/read-documents'
import { itemsOf, toScalarText, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'
import { looksLikeTemplate, MAYBE_TEMPLATE } from '@/lib/importers/yaml/yaml-sentences'

/** Takes objects as they are read, each to be looked at and forgotten. */
export type ObjectListener = {
  object(object: KubernetesObject): void
  /** The cluster file of RKE, RKE2 or K3s, which is no object. */
  cluster(body: YamlMap): void
  skip(skipped: Skipped): void
  warn(warning: ImportWarning): void
}

/** Why an object was not read whose name or kind a template engine is still to fill in. */
export const NOT_RENDERED =
  'This is a template that was not rendered: its name or kind is still to be filled in ({{ }}, ${ }, <% %>). Render it first, for example with "helm template", "oc process" or "envsubst", and import the result.'
const NO_OBJECT = 'This is no Kubernetes object: it names no kind.'
const MAX_WARNINGS = 200

/** Reads every object of a file, those inside of lists too. What cannot be read is told, and the rest read all the same. */
export function readObjects(file: InputFile, listener: ObjectListener): UnreadableFile | undefined {
  let read = 0
  let warnings = 0
  const problems: (UnreadableFile & { line: number })[] = []
  const filling: Filling = { charactersLeft: MAX_FILLED }
  const object = (body: YamlNode, around?: 'template'): void => {
    if (body.kind !== 'map') {
      if (body.kind === 'list') for (const item of body.items) object(item, around)
      else if (body.value !== null) skipped(body, noObject())
      return
    }
    const kind = toScalarText(at(body, 'kind'))
    const items = at(body, 'items')
    if (items?.kind === 'list' && (kind === undefined || /List$/.test(kind))) {
      read++
      for (const item of items.items) object(kind === undefined ? item : withKind(item, kind, body), around)
      return
    }
    const ofTemplate = templateObjects(body)
    if (ofTemplate && around === undefined) {
      read++
      template(body, ofTemplate)
      return
    }
    if (kind === undefined && isClusterFile(file.text)) {
      read++
      listener.cluster(body)
      return
    }
    const found = readObject(body)
    if (!found && isKustomization(file.path)) skipped(body, KUSTOMIZE)
    else if (!found) skipped(body, body.entries.size === 0 ? 'This document is empty.' : noObject())
    else if (ofTemplate) skipped(found.place, TEMPLATE_SENTENCES.inner, found.kind)
    else if (around === 'template' && isNameless(body))
      skipped(found.place, TEMPLATE_SENTENCES.noValue, found.kind)
    else if (isTemplate(found.name) || isTemplate(found.kind)) skipped(found.place, NOT_RENDERED, found.kind)
    else {
      read++
      listener.object(found)
    }
  }
  const template = (body: YamlMap, objects: readonly YamlNode[]): void => {
    const parameters = readParameters(body)
    for (const one of objects) {
      const filled = fillIn(one, parameters, filling)
      if (filled) object(filled, 'template')
      else skipped(entryOf(one, 'kind') ?? one, TEMPLATE_SENTENCES.tooLarge, kindOf(one))
    }
    if (parameters.firstWithout)
      listener.warn({ ...parameters.firstWithout, sentence: TEMPLATE_SENTENCES.unknown })
  }
  const skipped = ({ file: path, line }: { file: string; line: number }, why: string, what = path): void => {
    if (what !== path) read++
    listener.skip({ file: path, line, what: isTemplate(what) ? path : what.slice(0, 200), why })
  }
  const noObject = () => (looksLikeTemplate(file.text) ? `${NO_OBJECT} ${MAYBE_TEMPLATE}` : NO_OBJECT)
  readDocuments(file.path, file.text, {
    document: (root) => object(root),
    problem: (problem) => {
      if (problems.length < MAX_WARNINGS) problems.push(problem)
    },
    warning: (warning) => {
      if (warnings++ < MAX_WARNINGS) listener.warn(warning)
    },
  })
  const [first] = problems
  if (first && read === 0) return first
  for (const { line, sentence } of problems)
    listener.skip({ file: file.path, line, what: file.path, why: sentence })
  return undefined
}

function kindOf(node: YamlNode): string {
  return toScalarText(at(node, 'kind')) ?? node.file
}

// In the output of kubectl, items of a typed list (PodList) do not repeat kind and version.
function withKind(item: YamlNode, listKind: string, list: YamlMap): YamlNode {
  if (item.kind !== 'map' || item.entries.has('kind') || listKind === 'List') return item
  const entries = new Map(item.entries)
  const value: YamlNode = {
    kind: 'scalar',
    file: item.file,
    line: item.line,
    value: listKind.replace(/List$/, ''),
  }
  entries.set('kind', { key: 'kind', file: item.file, line: item.line, value })
  const version = list.entries.get('apiVersion')
  if (version && !entries.has('apiVersion')) entries.set('apiVersion', version)
  return { ...item, entries }
}

const NONE: YamlMap[] = []

/** The items of a list node as maps. */
export function mapsOf(node: YamlNode | undefined): YamlMap[] {
  const items = itemsOf(node)
  return items.length === 0 ? NONE : items.filter((item) => item.kind === 'map')
}
