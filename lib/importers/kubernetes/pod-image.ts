import {
  type ImageRef,
  imageNameOf,
  isFloating,
  isOfficial,
  isPublicRegistry,
} from '@/lib/importers/compose/image-ref'
import { joinNatural, keyPath } from '@/lib/importers/compose/keys'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { type Container, type PodContext, placeOf } from '@/lib/importers/kubernetes/containers'
import type { NamedImage, NamedImages } from '@/lib/importers/kubernetes/named-images'
import { isTemplate, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'

export type RunImage = { image: NamedImage; container: Container; place: Place }

/** The images of a pod's containers. Those that a template or an operator fills in are left out. */
export function readImages(pod: PodContext, named: NamedImages): RunImage[] {
  const images: RunImage[] = []
  let lax: { value: boolean | null; place: Place } | undefined
  for (const container of pod.containers) {
    const text = textAt(container.body, 'image')
    const place = placeOf(container.body, 'image', container.place)
    const image = text === undefined || text === '' || text === 'auto' ? undefined : named.of(text)
    if (image) images.push({ image, container, place })
    const policy = textAt(container.body, 'imagePullPolicy')
    // Without a policy the tag decides: that of an image which is filled in later is unknown.
    const byTag = image === undefined ? null : isLatest(image.ref)
    const always = policy === undefined || policy === '' ? byTag : policy === 'Always'
    if (lax === undefined || (lax.value !== false && always !== true))
      lax = { value: always, place: placeOf(container.body, 'imagePullPolicy', place) }
  }
  if (lax) pod.state('imagePullAlways', lax.value, lax.place)
  return images
}

function isLatest({ digest, tag }: ImageRef): boolean {
  return !digest && (tag === undefined || tag === 'latest')
}

/** Adds an image, what it is, and where it is pulled from. */
export function addImage(
  cluster: Cluster,
  { image: { key, ref }, place }: Pick<RunImage, 'image' | 'place'>,
  workload: string,
): void {
  const { out } = cluster
  if (!out.has(key)) {
    const zone = cluster.clusterKey(place)
    out.component({ key, type: 'image', name: ref.ref, parentKey: zone, zoneKeys: [zone], place })
    out.fact(key, 'builtLocally', false, place)
    out.fact(key, 'imageName', imageNameOf(ref), place)
    out.fact(key, 'imageTagLatest', isLatest(ref), place)
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
