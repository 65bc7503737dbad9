import {
  readAdmissionPolicy,
  readDefinition,
  readPolicyBinding,
  readWebhooks,
} from '@/lib/importers/kubernetes/admission'
import { readAuditPolicy } from '@/lib/importers/kubernetes/audit-policy'
import { readCiliumPolicy, skipClusterwide } from '@/lib/importers/kubernetes/cilium'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { readKubeadm, readKubeletConfig, readProxyConfig } from '@/lib/importers/kubernetes/cluster-config'
import { readContainers } from '@/lib/importers/kubernetes/containers'
import { controlPartOf, readControlPart } from '@/lib/importers/kubernetes/control-plane'
import { readEncryption } from '@/lib/importers/kubernetes/encryption-config'
import { readDelivery } from '@/lib/importers/kubernetes/gitops'
import { readForeignRoute, readGateway, readIngress, readRoute } from '@/lib/importers/kubernetes/ingresses'
import { openService } from '@/lib/importers/kubernetes/knative'
import type { Kustomizations } from '@/lib/importers/kubernetes/kustomize'
import { whyLeftOut } from '@/lib/importers/kubernetes/left-out'
import {
  readAuthorizationPolicy,
  readDestinationRule,
  readPeerAuthentication,
  readRequestAuthentication,
} from '@/lib/importers/kubernetes/mesh/istio'
import {
  readAuthentication,
  readLinkerdPolicy,
  readServer,
  readServerAuthorization,
} from '@/lib/importers/kubernetes/mesh/linkerd'
import {
  readBudget,
  readLimitRange,
  readNamespace,
  readPriority,
  readQuota,
  readScaler,
} from '@/lib/importers/kubernetes/namespaces'
import { at, booleanOf, textAt } from '@/lib/importers/kubernetes/node-path'
import {
  CONFIG_GROUPS,
  isConstraint,
  type KubernetesObject,
  keyWithGroup,
  NO_NAME,
  type ObjectMeta,
  objectKey,
} from '@/lib/importers/kubernetes/object'
import { noteOperated } from '@/lib/importers/kubernetes/operated'
import { readPolicy } from '@/lib/importers/kubernetes/policies'
import { readBinding, readRole } from '@/lib/importers/kubernetes/rbac'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { isRun, noteRun, whyNoRun } from '@/lib/importers/kubernetes/runs/runs'
import { readService } from '@/lib/importers/kubernetes/services'
import { readAccount, readConfigMap, readSecret } from '@/lib/importers/kubernetes/settings'
import { readClaim, readStorageClass, readVolume } from '@/lib/importers/kubernetes/storage'
import { readWorkload, templateOf } from '@/lib/importers/kubernetes/workload'
import { workloadType } from '@/lib/importers/kubernetes/workload-kind'
import { holdsFindings, isReportKind } from '@/lib/importers/scans/report-objects'

type Reader = (cluster: Cluster, object: KubernetesObject) => void

const CORE: Readonly<Record<string, Reader>> = {
  Namespace: readNamespace,
  Service: readService,
  ConfigMap: readConfigMap,
  Secret: readSecret,
  ServiceAccount: readAccount,
  PersistentVolumeClaim: readClaim,
  PersistentVolume: readVolume,
  ResourceQuota: readQuota,
  LimitRange: readLimitRange,
  EncryptionConfig: readEncryption,
  Node: (cluster, object) => void cluster.add(object, 'node'),
}

// By kind and group: kinds of the same name in other groups are custom resources.
const READERS: readonly [group: RegExp, readers: Readonly<Record<string, Reader>>][] = [
  [/^$/, CORE],
  [/^(networking\.k8s\.io|extensions)$/, { Ingress: readIngress, NetworkPolicy: readPolicy }],
  [
    /^gateway\.networking\.k8s\.io$/,
    {
      Gateway: readGateway,
      HTTPRoute: readRoute,
      GRPCRoute: readRoute,
      TLSRoute: readRoute,
      TCPRoute: readRoute,
      UDPRoute: readRoute,
    },
  ],
  [
    /^networking\.istio\.io$/,
    { Gateway: readGateway, VirtualService: readForeignRoute, DestinationRule: readDestinationRule },
  ],
  [
    /^security\.istio\.io$/,
    {
      PeerAuthentication: readPeerAuthentication,
      AuthorizationPolicy: readAuthorizationPolicy,
      RequestAuthentication: readRequestAuthentication,
    },
  ],
  [
    /^policy\.linkerd\.io$/,
    {
      Server: readServer,
      ServerAuthorization: readServerAuthorization,
      AuthorizationPolicy: readLinkerdPolicy,
      MeshTLSAuthentication: readAuthentication,
      NetworkAuthentication: readAuthentication,
    },
  ],
  [/^traefik\.(io|containo\.us)$/, { IngressRoute: readForeignRoute, IngressRouteTCP: readForeignRoute }],
  [/^projectcontour\.io$/, { HTTPProxy: readForeignRoute }],
  [/^route\.openshift\.io$/, { Route: readForeignRoute }],
  [
    /^(rbac\.authorization\.k8s\.io|authorization\.openshift\.io)$/,
    { Role: readRole, ClusterRole: readRole, RoleBinding: readBinding, ClusterRoleBinding: readBinding },
  ],
  [
    /^cilium\.io$/,
    { CiliumNetworkPolicy: readCiliumPolicy, CiliumClusterwideNetworkPolicy: skipClusterwide },
  ],
  [/^policy$/, { PodDisruptionBudget: readBudget }],
  [/^(autoscaling|keda\.sh)$/, { HorizontalPodAutoscaler: readScaler }],
  [/^storage\.k8s\.io$/, { StorageClass: readStorageClass }],
  [/^scheduling\.k8s\.io$/, { PriorityClass: readPriority }],
  [
    /^admissionregistration\.k8s\.io$/,
    {
      ValidatingWebhookConfiguration: readWebhooks,
      MutatingWebhookConfiguration: readWebhooks,
      ValidatingAdmissionPolicy: readAdmissionPolicy,
      MutatingAdmissionPolicy: readAdmissionPolicy,
      ValidatingAdmissionPolicyBinding: readPolicyBinding,
      MutatingAdmissionPolicyBinding: readPolicyBinding,
    },
  ],
  [/^kyverno\.io$/, { ClusterPolicy: readAdmissionPolicy, Policy: readAdmissionPolicy }],
  [/^apiextensions\.k8s\.io$/, { CustomResourceDefinition: readDefinition }],
  [/^argoproj\.io$/, { Application: readDelivery }],
  [
    /^source\.toolkit\.fluxcd\.io$/,
    {
      GitRepository: readDelivery,
      OCIRepository: readDelivery,
      HelmRepository: readDelivery,
      Bucket: readDelivery,
    },
  ],
  [/^audit\.k8s\.io$/, { Policy: readAuditPolicy }],
  [/^apiserver\.config\.k8s\.io$/, { EncryptionConfiguration: readEncryption }],
  [/^kubelet\.config\.k8s\.io$/, { KubeletConfiguration: readKubeletConfig }],
  [/^kubeproxy\.config\.k8s\.io$/, { KubeProxyConfiguration: readProxyConfig }],
]

// Groups that are Kubernetes' own: what is not read of them says nothing about security here.
const OWN_GROUPS = /^(|apps|batch|extensions|policy|autoscaling|events|.*\.k8s\.io|template\.openshift\.io)$/

const NAMELESS =
  'It has no name, so it is no object of a cluster: files of tools such as Skaffold or kind look like one.'

/** Hands each object to the reader of its kind. */
export class ObjectReader {
  private readonly held: { object: KubernetesObject; owner: string }[] = []
  private readonly patches: KubernetesObject[] = []

  constructor(
    private readonly cluster: Cluster,
    private readonly kustomizations: Kustomizations,
  ) {}

  read(given: KubernetesObject): void {
    const { cluster } = this
    if (isReportKind(given.group, given.kind)) {
      skipReport(cluster, given)
      return
    }
    // It needs no name, so that many look alike.
    if (/^Kustomization$|^Component$/.test(given.kind) && /^$|^kustomize\./.test(given.group)) {
      cluster.skip(given, whyLeftOut(given.kind))
      return
    }
    if (given.name === NO_NAME && !OWN_GROUPS.test(given.group)) {
      cluster.skip(given, NAMELESS)
      return
    }
    const first = cluster.objects.get(given.key)
    const object =
      first && isOtherKind(first.group, given.group) ? { ...given, key: keyWithGroup(given) } : given
    const known = cluster.objects.get(object.key)
    if (known) {
      cluster.skip(object, this.whySame(object, known))
      return
    }
    const owner = ownerOf(object)
    if (owner === undefined && isPatch(object)) {
      this.patches.push(object)
      return
    }
    this.register(object)
    // Its owner may come later: then it says more than what it made.
    if (owner !== undefined) this.held.push({ object, owner })
    else this.dispatch(object)
  }

  /** Reads what was held back: what belongs to an object of the files is told by that. */
  finish(): void {
    for (const patch of this.patches) {
      const whole = this.cluster.objects.get(patch.key)
      if (whole) this.cluster.skip(patch, this.whySame(patch, whole))
      else {
        this.register(patch)
        this.dispatch(patch)
      }
    }
    for (const { object, owner } of this.held) {
      if (this.cluster.objects.has(owner))
        this.cluster.skip(object, 'It was made by another object of these files, which is read instead.')
      else this.dispatch(object)
    }
  }

  private whySame(object: KubernetesObject, known: ObjectMeta): string {
    const { file } = object.place
    const isListed = this.kustomizations.patchFolder(file) !== undefined
    if (!isListed && isPatch(object)) return sentenceOfPatch(known)
    return this.kustomizations.whySame(file, known.place)
  }

  private register({ body: _, ...meta }: KubernetesObject): void {
    this.cluster.objects.set(meta.key, meta)
  }

  private dispatch(object: KubernetesObject): void {
    const { cluster } = this
    const { kind, group, name, namespace, place } = object
    const workload = workloadType(kind, group)
    const reader = readerOf(kind, group)
    const template = workload === undefined ? undefined : templateOf(object)
    const whyNot = workload === undefined ? undefined : whyNoRun(object, template)
    if (workload !== undefined && isRun(object)) noteRun(cluster, object)
    if (whyNot !== undefined) cluster.skip(object, whyNot)
    else if (workload !== undefined) {
      const part = controlPartOf(object)
      if (part) readControlPart(cluster, object, part)
      else readWorkload(cluster, object, { baseType: workload, template })
      openService(cluster, object)
    } else if (reader) reader(cluster, object)
    else if (OWN_GROUPS.test(group) || CONFIG_GROUPS.has(group)) {
      cluster.skip(object, whyLeftOut(kind))
      cluster.clusterKey(place)
    } else {
      cluster.add(object, 'custom-resource', namespace === undefined ? name : `${kind} ${name}`)
      noteOperated(cluster, object)
    }
  }
}

function skipReport(cluster: Cluster, object: KubernetesObject): void {
  const { body, kind, place } = object
  const hasFindings = holdsFindings(kind, (name) => body.entries.has(name))
  if (hasFindings) cluster.reports.add(place.file)
  cluster.skip(
    object,
    hasFindings
      ? 'This is the report of a scanner: findings, and no part of the system. They are imported as a scan.'
      : 'This is an object of a scanner that holds no findings.',
  )
}

// A workload without any image cannot run: it is laid onto a whole one, as overlays of Kustomize are.
function isPatch(object: KubernetesObject): boolean {
  if (object.kind === 'Rollout' || isRun(object) || workloadType(object.kind, object.group) === undefined)
    return false
  return !readContainers(at(templateOf(object), 'spec')).some(({ body }) => body.entries.has('image'))
}

function sentenceOfPatch({ place: { file, line } }: ObjectMeta): string {
  return `It only adds to the object in ${file}, line ${line}, as a patch does. Run "kustomize build" and import the result to see both together.`
}

// Two kinds of one name in groups of different owners, such as the gateways of Istio and of Kubernetes.
function isOtherKind(a: string, b: string): boolean {
  return a !== b && !(OWN_GROUPS.test(a) && OWN_GROUPS.test(b))
}

function readerOf(kind: string, group: string): Reader | undefined {
  for (const [groups, readers] of READERS)
    if (groups.test(group) && Object.hasOwn(readers, kind)) return readers[kind]
  if (group === 'kubeadm.k8s.io') return readKubeadm
  return isConstraint(group) ? readAdmissionPolicy : undefined
}

const MADE = new Set([
  'Pod',
  'ReplicaSet',
  'Job',
  'ControllerRevision',
  'ReplicationController',
  'Workflow',
  'PipelineRun',
  'TaskRun',
])

// The key of the controller that made an object.
function ownerOf({ kind, namespace, body }: KubernetesObject): string | undefined {
  if (!MADE.has(kind)) return undefined
  const owners = mapsOf(at(body, 'metadata', 'ownerReferences'))
  const owner = owners.find((one) => booleanOf(at(one, 'controller')) === true) ?? owners[0]
  const [ownerKind, ownerName] = [textAt(owner, 'kind'), textAt(owner, 'name')]
  return ownerKind && ownerName ? objectKey(ownerKind, namespace, ownerName) : undefined
}
