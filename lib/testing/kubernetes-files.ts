import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReadResult } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'

/** Where they stand. */
export const manifestFolder = 'lib/importers/kubernetes/__fixtures__'

/** One of the importer's own manifests, as it is uploaded. */
export function manifest(name: string) {
  return { path: name, text: readFileSync(path.join(manifestFolder, name), 'utf8') }
}

/** One of the importer's own manifests, read. */
export function readManifest(name: string): ReadResult {
  return readFiles([manifest(name)])
}

/** A component that was read, by its key. */
export function componentOf(result: ReadResult, key: string) {
  return result.extracts.flatMap(({ components }) => components).find((one) => one.key === key)
}

/** A Deployment in the namespace default, with this pod spec in one line of YAML. */
export const deployment = (spec: string, name = 'app') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  template:
    metadata: {labels: {app: ${name}}}
    spec: ${spec}
`
