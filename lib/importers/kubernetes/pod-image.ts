import {
  type ImageRef,
  imageNameOf,
  isFloating,
  isOfficial,
  isPublicRegistry,
  parseImage,
} from '@/lib/importers/compose/image-ref'
import { joinNatural, keyPath } from '@/lib/importers/compose/keys'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { type Container, type PodContext, placeOf } from '@/lib/importers/kubernetes/containers'
import { isTemplate, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'

export type RunImage = { ref: ImageRef; container: Container; place: Place }

/** The images of a pod's containers. Those that a template or an operator fills in are left out. */
export function readImages(pod: PodContext): RunImage[] {
  const images: RunImage[] = []
  let lax: { value: boolean | null; place: Place } | undefined
  for (const container of pod.containers) {
    const text = textAt(container.body, 'image')
    const place = placeOf(container.body, 'image', container.place)
    const ref = text === undefined || text === '' || text === 'auto' ? undefined : parseImage(text)
    if (ref) images.push({ ref, container, place })
    const policy = textAt(container.body, 'imagePullPolicy')
    const isLatest = ref !== undefined && !ref.digest && (ref.tag === undefined || ref.tag === 'latest')
    // Without a policy the tag decides: that of an image which is filled in later is unknown.
    const byTag = ref === undefined ? null : isLatest
    const always = policy === undefined || policy === '' ? byTag : policy === 'Always'
    if (lax === undefined || (lax.value !== false && always !== true))
      lax = { value: always, place: placeOf(container.body, 'imagePullPolicy', place) }
  }
  if (lax) pod.state('imagePullAlways', lax.value, lax.place)
  return images
}

/** Adds an image, what it is, and where it is pulled from. Keys are those of the Compose reader, so that images join. */
export function addImage(cluster: Cluster, { ref, place }: RunImage, workload: string): void {
  const { out } = cluster
  const key = joinNatural('image', keyPath(ref.ref))
  if (!out.has(key)) {
    const zone = cluster.clusterKey(place)
    out.component({ key, type: 'image', name: ref.ref, parentKey: zone, zoneKeys: [zone], place })
    out.fact(key, 'builtLocally', false, place)
    out.fact(key, 'imageName', imageNameOf(ref), place)
    out.fact(key, 'imageTagLatest', !ref.digest && (ref.tag === undefined || ref.tag === 'latest'), place)
    out.fact(key, 'floatingTag', !ref.digest && isFloating(ref), place)
    out.fact(key, 'pinnedDigest', ref.digest !== undefined, place)
    out.fact(key, 'official', isOfficial(ref), place)
    out.fact(key, 'publicRegistry', isPublicRegistry(ref.registry), place)
    addPull(cluster, key, ref, place)
  }
  out.flow({
    key: cluster.flowKey('image-run', key, workload),
    type: 'flow-image-run',
    from: key,
    to: workload,
    place,
  })
}

function addPull({ out, flowKey }: Cluster, image: string, ref: ImageRef, place: Place): void {
  if (isTemplate(ref.registry)) return
  const registry = joinNatural('registry', keyPath(ref.registry))
  out.component({
    key: registry,
    type: 'registry',
    name: ref.registry === 'docker.io' ? 'Docker Hub' : ref.registry,
    place,
  })
  out.fact(registry, 'publicRegistry', isPublicRegistry(ref.registry), place)
  const flow = out.flow({
    key: flowKey('image-pull', registry, image),
    type: 'flow-image-pull',
    from: registry,
    to: image,
    place,
  })
  out.fact(flow, 'pinnedDigest', ref.digest !== undefined, place)
}
