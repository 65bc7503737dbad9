import { type ImageRef, parseImage } from '@/lib/importers/compose/image-ref'
import { joinNatural, keyPath } from '@/lib/importers/compose/keys'
import { kindByImage, type ServiceKind } from '@/lib/importers/compose/service-kind'
import { addOnType } from '@/lib/importers/kubernetes/workload-kind'

/** An image, and what its name tells of who runs it. The key is that of the Compose reader, so that images join. */
export type NamedImage = {
  ref: ImageRef
  key: string
  kind: ServiceKind | undefined
  addOn: string | undefined
  isCollector: boolean
  isHelper: boolean
}

const COLLECTOR =
  /otel|opentelemetry|collector|logstash|fluent|jaeger|loki|tempo|zipkin|statsd|graylog|telegraf|vector$|pushgateway|syslog/
// A helper beside the real thing, such as an exporter, does not decide what the pod is.
const HELPER = /exporter|proxyv2|linkerd.*proxy|kube-rbac-proxy|envoy|busybox|reloader/

/** Images as containers name them. The same one is run by many, and is looked at once. */
export class NamedImages {
  private readonly images = new Map<string, NamedImage | undefined>()

  /** The image of a text; undefined where it names none. */
  of(text: string): NamedImage | undefined {
    const known = this.images.get(text)
    if (known || this.images.has(text)) return known
    const ref = parseImage(text)
    const image = ref && describe(ref)
    this.images.set(text, image)
    return image
  }
}

function describe(ref: ImageRef): NamedImage {
  return {
    ref,
    key: joinNatural('image', keyPath(ref.ref)),
    kind: kindByImage(ref.ref),
    addOn: addOnType(ref.repository),
    isCollector: COLLECTOR.test(ref.repository),
    isHelper: HELPER.test(ref.repository),
  }
}
