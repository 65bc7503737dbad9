import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dump, loadAll } from 'js-yaml'
import { emptyModel } from '@/lib/model/empty-model'
import { planGiven } from '@/lib/workers/plan-given'
import { type Given, readGiven } from '@/lib/workers/read-given'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'

/** Samples that have most of what manifests hold. */
const SAMPLES = [
  'gitops/argocd.yaml',
  'kubeadm-ha/orders.yaml',
  'managed-cluster/platform.yaml',
  'monitoring/monitoring.yaml',
  'rke-course/notes-app.yaml',
  'service-mesh/mesh.yaml',
]
const COPIES = 12
const PASSES = 40
const BEGIN_MS = 100
const AS_TOOLS_DO = { noArrayIndent: true, quotingType: '"', lineWidth: -1 } as const
/** Where a namespace is named, by what is in it or by itself. Other names stay, as readers look at some of them. */
const NAMESPACE = /(?:namespace: |kind: Namespace\nmetadata:\n {2}name: )[\w-]+$/gm
const LIMITS: UnpackLimits = { packedBytes: 1e6, unpackedBytes: 1e7, files: 10, ratio: 10 }

/**
 * Reads and plans the product's own samples over and over while a thread has nothing to do, so that its code is compiled
 * by the time somebody's files come: the first ten megabytes take a third less. It ends as soon as `isWanted` says so,
 * and rests as long as it works, to leave the processor to others.
 * @param root folder in which `public/samples` is; without them nothing is done.
 */
export async function warmUp(isWanted: () => boolean, root = process.cwd()): Promise<void> {
  // Of a thread that was started for a task, the task comes first.
  await sleep(BEGIN_MS)
  const given = isWanted() ? undefined : warmUpFiles(root)
  for (let pass = 0; given && pass < PASSES && !isWanted(); pass++) {
    const start = performance.now()
    const read = await readGiven(given, LIMITS)
    planGiven(read, { modelId: 'warm-up', document: emptyModel('Warm-up', ''), baseSeq: 0 })
    await sleep(performance.now() - start)
  }
}

/**
 * The samples as one large file: each copy in namespaces of its own, every other as tools write YAML rather than people.
 * Undefined where they are not to be had.
 */
export function warmUpFiles(root: string): Given | undefined {
  try {
    const all = SAMPLES.map((file) => readFileSync(path.join(root, 'public', 'samples', file), 'utf8')).join(
      '\n---\n',
    )
    const byTools = loadAll(all).map((document) => dump(document, AS_TOOLS_DO))
    const copies = Array.from({ length: COPIES }, (_, copy) =>
      (copy % 2 === 0 ? all : byTools.join('---\n')).replace(NAMESPACE, `$&-${copy}`),
    )
    return { files: [{ path: 'warm-up.yaml', text: copies.join('\n---\n') }], beside: [] }
  } catch {
    return undefined
  }
}
