import { baseOf } from '@/lib/importers/compose/paths'

const UNKNOWN =
  'Bulkhead does not know this kind of file. It reads Docker Compose files, Dockerfiles, Kubernetes manifests, output of scanners and its own model files.'

const CHART =
  'This is part of a Helm chart, which says nothing before it is rendered. Run "helm template" and import the result.'
/** Why what Kustomize reads is no declaration by itself. */
export const KUSTOMIZE =
  'It tells Kustomize how to put files together. Run "kustomize build" and import the result to see what is really deployed.'

const BY_NAME: readonly [name: RegExp, sentence: string][] = [
  [/^(chart\.ya?ml|requirements\.(ya?ml|lock)|values([._-][\w.-]+)?\.ya?ml|_[\w.-]+\.tpl)$/i, CHART],
  [/^kustomization(\.ya?ml)?$/i, KUSTOMIZE],
]

/** Why a file was not read whose content no importer knows: what to import instead, where its name tells. */
export function whyUnknown(path: string): string {
  const name = baseOf(path)
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN
}
