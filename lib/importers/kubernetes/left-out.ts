import { KUSTOMIZE } from '@/lib/importers/unknown-file'

// Kinds that say nothing of how a system is set up, with the reason that people read.

const BY_CLUSTER = 'Endpoints are kept by the cluster itself; the service and its selector say the same.'
const ONLY_NAME = 'It only gives a controller a name.'

const REASONS: Readonly<Record<string, string>> = {
  Event: 'Events tell what happened, not how things are set up.',
  Lease: 'Leases are kept by the cluster itself.',
  Endpoints: BY_CLUSTER,
  EndpointSlice: BY_CLUSTER,
  ControllerRevision: 'Revisions are kept by the cluster itself; the workload is read instead.',
  ComponentStatus: 'This tells a state, not how things are set up.',
  IngressClass: ONLY_NAME,
  GatewayClass: ONLY_NAME,
  APIService: 'It only tells the API server where to forward a group of its API.',
  RuntimeClass: 'It only gives a runtime a name. Workloads that use it name it.',
  CSIDriver: 'It only tells the cluster how a driver works.',
  CSINode: 'It only tells the cluster which drivers a node has.',
  VolumeAttachment: 'Attachments are kept by the cluster itself; claims and volumes are read instead.',
  CertificateSigningRequest: 'It asks for a certificate once, and says nothing of how things are set up.',
  PodTemplate: 'It only keeps a template. Nothing runs from it by itself.',
  PodSecurityPolicy:
    'Pod security policies were removed in Kubernetes 1.25. Use pod security levels of namespaces.',
  Config:
    'This is a kubeconfig: it tells clients how to reach a cluster. It may hold keys, so keep it out of what you share.',
  Kustomization: KUSTOMIZE,
  Component: KUSTOMIZE,
  Template: 'This is a template of OpenShift that holds no objects.',
}

const REQUEST = /(Review|Options|Request|Eviction|Rollback|Binding|Scale|Status|StatusResult|Proxy)$/

/** Why an object of this kind, one of Kubernetes' own, became no component. */
export function whyLeftOut(kind: string): string {
  if (Object.hasOwn(REASONS, kind)) return REASONS[kind] as string
  if (REQUEST.test(kind))
    return 'This is a request to the API server or its answer, and no object that it keeps.'
  return 'Bulkhead does not read this kind. It was left out.'
}
