import { normalisePath } from '@/lib/importers/compose/paths'
import type { Importer, InputFile, ReadResult, UnreadableFile } from '@/lib/importers/extract'
import { Cluster } from '@/lib/importers/kubernetes/cluster'
import { connect } from '@/lib/importers/kubernetes/connect'
import { detectKubernetes, isRkeConfig } from '@/lib/importers/kubernetes/detect-kubernetes'
import { readDistribution } from '@/lib/importers/kubernetes/distribution-config'
import { Kustomizations } from '@/lib/importers/kubernetes/kustomize'
import { ObjectReader } from '@/lib/importers/kubernetes/object-reader'
import { readObjects } from '@/lib/importers/kubernetes/read-objects'
import { readRke } from '@/lib/importers/kubernetes/rke-config'
import { toLine } from '@/lib/model/to-line'

/** Kubernetes manifests of any kind and mix: files, lists, output of helm, kustomize and kubectl; cluster configuration. */
export const kubernetesImporter: Importer = {
  id: 'kubernetes',
  label: 'Kubernetes',
  detect: detectKubernetes,
  read: readKubernetes,
}

function readKubernetes(given: readonly InputFile[]): ReadResult {
  const cluster = new Cluster()
  const files = given.map(({ path, text }) => ({
    path: normalisePath(toLine(path.replaceAll('\\', '/'), 500)) || 'manifest.yaml',
    text,
  }))
  const kustomizations = new Kustomizations(files)
  const reader = new ObjectReader(cluster, kustomizations)
  const unreadable: UnreadableFile[] = []
  for (const file of kustomizations.inOrder(files)) {
    const problem = readObjects(file, {
      object: (object) => reader.read(object),
      cluster: (body) => (isRkeConfig(file.text) ? readRke : readDistribution)(cluster, body),
      skip: (skipped) => cluster.skipped.push(skipped),
      warn: ({ sentence, ...place }) => cluster.warn(place, sentence),
    })
    if (problem) unreadable.push(problem)
  }
  reader.finish()
  connect(cluster)
  const extract = cluster.out.finish('kubernetes', 'Cluster', {
    skipped: cluster.skipped,
    warnings: cluster.warnings,
  })
  const scans = [...cluster.reports]
  if (extract.components.length === 0 && extract.skipped.length === 0)
    return { extracts: [], unreadable, scans }
  return { extracts: [{ ...extract, ownsKinds: true, goneBy: 'file' }], unreadable, scans }
}
