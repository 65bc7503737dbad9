import { dropAccents } from '@/lib/importers/submission/stride-words'
import type { ThreatPlatform } from '@/lib/importers/submission/submission'

type Lexicon = readonly (readonly [id: string, weight: number, pattern: RegExp])[]

// A weight above 1 marks words that hardly ever mean anything else; below 1 those that stand in nearly every item.
const dockerWords: Lexicon = [
  [
    'docker-socket',
    2,
    /docker\.sock\b|docker socket|engine socket|socket of the (?:engine|daemon)|docker group/g,
  ],
  ['docker-client', 1.6, /docker client|\bclients?\b|docker cli\b|docker context|docker login/g],
  [
    'daemon-config',
    1.7,
    /daemon\.json|daemon config\w*|engine settings|configuration (?:file|folder) of the|ca certificate|tlscacert/g,
  ],
  [
    'docker-daemon',
    1.2,
    /docker (?:daemon|deamon|engine|api)|\bdaemon\b|\bdeamon\b|\bdockerd\b|\bengine\b|\b237[56]\b/g,
  ],
  [
    'registry',
    1.4,
    /\bregistr(?:y|ies)\b|docker hub|\bhub\b|repositor(?:y|ies)|\bmirror\b|\bpull\b|registro de imagenes/g,
  ],
  ['signing-service', 1.4, /content trust|notary|cosign|image sign\w*/g],
  ['dockerfile', 1.8, /dockerfiles?|build scripts?/g],
  ['image-builder', 1.6, /build cache|build ?kit|build server|builder/g],
  ['build-context', 1.5, /build context|dockerignore/g],
  ['env-file', 1.7, /\.env\b|env files?/g],
  ['image', 1, /\bimages?\b|base image|layers?\b|imagen(?:es)?|imagem|imagens|tags?\b/g],
  ['container-log', 1.5, /container logs?|\blogs?\b|log files?|logging|registros\b/g],
  [
    'bind-mount',
    1.6,
    /bind[ -]mounts?|host (?:path|director|folder)\w*|mounted? (?:from )?the host|writable mount/g,
  ],
  ['docker-volume', 1.4, /\bvolumes?\b|volumen(?:es)?/g],
  [
    'bridge-network',
    1.4,
    /default bridge|\bbridge\b|container network|docker network|between containers|network traffic|\bicc\b/g,
  ],
  ['overlay-network', 1.6, /overlay/g],
  ['swarm-manager', 1.6, /swarm/g],
  ['oci-runtime', 1.7, /\brunc\b|container runtime/g],
  ['containerd', 1.7, /containerd/g],
  ['compose-project', 1.3, /docker[- ]compose|compose files?/g],
  [
    'docker-host',
    1.1,
    /docker host|\bhosts?\b(?! name)|the server|disk (?:of|is|full)|machine\b|servidor|disco\b|kernel\b/g,
  ],
  ['container', 0.8, /\bcontainers?\b|contenedor(?:es)?|conteiner(?:es)?|privileged|capabilit/g],
]

const kubernetesWords: Lexicon = [
  [
    'kube-apiserver',
    1.5,
    /(?:kube(?:rnetes)?[ -]?)?api[ -]?server|kube ?api|kubernetes api|\bthe api\b|kube-apiserver|\bapi\b/g,
  ],
  ['etcd', 1.6, /\betcd\b/g],
  ['kubelet', 1.5, /\bkubelets?\b|\b10250\b/g],
  ['kube-proxy', 1.8, /kube-?proxy/g],
  ['kube-scheduler', 1.7, /scheduler/g],
  ['kube-controller-manager', 1.6, /controller[ -]manager|controllers\b/g],
  ['cloud-controller-manager', 2, /cloud[ -]controller/g],
  ['dashboard', 1.8, /dashboard/g],
  ['kubeconfig', 1.8, /kubeconfigs?|kube config\b/g],
  ['audit-log', 1.5, /audit(?:ing)?[ -](?:logs?|policy|file)|\baudit\w*|auditoria|logging|\blogs\b/g],
  ['service-account', 1.5, /service ?accounts?|\btokens?\b/g],
  ['rbac-binding', 1.6, /role ?bindings?|clusterrolebinding\w*/g],
  ['rbac-role', 1.4, /\brbac\b|\broles?\b|clusterroles?|cluster-admin|papel\b/g],
  ['secret', 1.3, /\bsecrets?\b|secretos/g],
  ['configmap', 1.7, /config ?maps?/g],
  ['ingress', 1.6, /\bingress\b/g],
  ['coredns', 1.7, /coredns|\bdns\b/g],
  ['network-policy', 1.6, /network ?polic(?:y|ies)/g],
  ['admission-webhook', 1.6, /admission|webhooks?/g],
  ['cni-plugin', 1.5, /\bcni\b|pod network|conntrack/g],
  ['cri-runtime', 1.4, /container runtime|runtime socket|dockershim|containerd/g],
  ['persistent-volume', 1.5, /persistent ?volumes?|\bpvc?s?\b|volumes?\b/g],
  ['cronjob', 1.8, /cron ?jobs?/g],
  ['job', 1, /\bjobs?\b/g],
  ['daemonset', 1.7, /daemon ?sets?/g],
  ['statefulset', 1.7, /stateful ?sets?/g],
  ['deployment', 1.3, /deployments?\b|replicas?(?:ets?)?|autoscaler|\bhpa\b/g],
  ['operator', 1.4, /\boperators?\b/g],
  ['mesh-proxy', 1.5, /service mesh|istio|mutual tls|mtls|sidecars?/g],
  ['monitoring', 1.5, /prometheus|grafana|metrics/g],
  ['load-balancer', 1.5, /load ?balancers?/g],
  ['namespace', 1.1, /namespaces?/g],
  ['pki-store', 1.4, /certificates?\b|\bpki\b/g],
  ['node', 1.1, /worker nodes?|\bnodes?\b|\bworkers?\b/g],
  ['control-plane', 1.3, /control[ -]plane|master\b/g],
  ['service', 0.7, /\bservices\b|\bservice\b(?! account)/g],
  ['pod', 0.9, /\bpods?\b/g],
  ['k8s-cluster', 0.6, /\bclusters?\b/g],
]

/** The component type that a threat is mainly about: words of its title and its first sentence count most. */
export function componentOf(title: string, text: string, platform: ThreatPlatform): string | null {
  const lexicon = platform === 'kubernetes' ? kubernetesWords : dockerWords
  const parts: readonly (readonly [string, number])[] = [
    [dropAccents(title).toLowerCase(), 2.5],
    [dropAccents(text.slice(0, 160)).toLowerCase(), 1.4],
    [dropAccents(text.slice(160, 4_000)).toLowerCase(), 0.5],
  ]
  let best: { id: string; score: number } | undefined
  for (const [id, weight, pattern] of lexicon) {
    const score =
      parts.reduce((sum, [part, factor]) => sum + Math.min(3, part.match(pattern)?.length ?? 0) * factor, 0) *
      weight
    if (score > (best?.score ?? 0)) best = { id, score }
  }
  return best?.id ?? null
}
