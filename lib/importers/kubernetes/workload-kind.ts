/** The workload types that hold the attributes of copies, of their spread, and of jobs. */
const SPREAD = new Set(['deployment', 'statefulset'])
const JOBS = new Set(['job', 'cronjob'])
const WITHOUT_REPLICAS = new Set(['pod', 'static-pod', 'daemonset', 'job', 'cronjob', 'cni-plugin'])

/** Whether a type of workload has an attribute that not all of them have. */
export function hasAttribute(type: string, attribute: string): boolean {
  if (attribute === 'spread' || attribute === 'disruptionBudget') return SPREAD.has(type)
  if (attribute === 'replicas') return !WITHOUT_REPLICAS.has(type)
  if (attribute === 'activeDeadline' || attribute === 'ttlAfterFinished') return JOBS.has(type)
  if (attribute === 'concurrencyForbidden') return type === 'cronjob'
  return true
}

const OWN = /^(|apps|batch|extensions)$/

// By kind and group: what runs pods from a template. Most have it where a Deployment has it; `runs/` knows the others.
const TYPES: readonly [group: RegExp, types: Readonly<Record<string, string>>][] = [
  [/^$/, { Pod: 'pod', ReplicationController: 'deployment' }],
  [
    OWN,
    {
      Deployment: 'deployment',
      ReplicaSet: 'deployment',
      StatefulSet: 'statefulset',
      DaemonSet: 'daemonset',
      Job: 'job',
      CronJob: 'cronjob',
    },
  ],
  [/^$|openshift/, { DeploymentConfig: 'deployment' }],
  [
    /^argoproj\.io$/,
    {
      Rollout: 'deployment',
      Workflow: 'job',
      WorkflowTemplate: 'job',
      ClusterWorkflowTemplate: 'job',
      CronWorkflow: 'cronjob',
    },
  ],
  [/^actions\.github\.com$/, { AutoscalingRunnerSet: 'deployment', EphemeralRunnerSet: 'deployment' }],
  [/^kubeflow\.org$/, { Notebook: 'statefulset' }],
  [/^tekton\.dev$/, { Task: 'job', ClusterTask: 'job', TaskRun: 'job', Pipeline: 'job', PipelineRun: 'job' }],
  [/^serving\.knative\.dev$/, { Service: 'deployment', Configuration: 'deployment' }],
  [
    /^apps\.kruise\.io$/,
    { CloneSet: 'deployment', StatefulSet: 'statefulset', DaemonSet: 'daemonset', BroadcastJob: 'job' },
  ],
]

/** The component type of a kind of workload; undefined for other kinds. */
export function workloadType(kind: string, group: string): string | undefined {
  for (const [groups, types] of TYPES)
    if (groups.test(group) && Object.hasOwn(types, kind)) return types[kind]
  return undefined
}

const ADD_ONS: readonly [type: string, pattern: RegExp][] = [
  [
    'ingress-controller',
    /ingress-nginx\/controller$|nginx-ingress(-controller)?$|kubernetes-ingress$|(^|\/)traefik$|haproxy-ingress|kong\/kubernetes-ingress-controller|projectcontour\/contour$|envoyproxy\/gateway$|nginx-gateway-fabric|skipper-ingress/,
  ],
  [
    'gitops-controller',
    /argoproj\/argocd$|fluxcd\/(source|kustomize|helm|notification|image-automation)-controller$|fluxcd\/flux(-cli)?$|(^|\/)tiller$|rancher\/fleet/,
  ],
  [
    'dashboard',
    /kubernetesui\/dashboard(-\w+)?$|kubernetes-dashboard|headlamp$|octant|weaveworks\/scope|skooner|(^|\/)rancher\/rancher$|kubeapps/,
  ],
  [
    'log-agent',
    /(^|\/)(fluentd[\w-]*|fluent-bit|filebeat|promtail|metricbeat|falco(-no-driver)?|tetragon)$|datadog\/agent$|fluentd-kubernetes|sysdig\/agent|logspout/,
  ],
  ['coredns', /(^|\/)(coredns|k8s-dns-kube-dns|k8s-dns-node-cache)$/],
  [
    'cni-plugin',
    /calico\/node$|calico\/cni$|projectcalico-org\/(node|cni)$|(^|\/)calico-(node|cni)$|(^|\/)flannel$|cilium\/cilium$|weave-kube$|kube-router$|antrea\/antrea|multus-cni|amazon-k8s-cni$|ovn-kube/,
  ],
  [
    'csi-driver',
    /csi-(driver|provisioner|attacher|snapshotter|resizer|node|plugin)|[\w-]+-csi-driver|csi-plugin|secrets-store-csi|nfs-subdir-external-provisioner|local-path-provisioner$|longhorn-manager$/,
  ],
  [
    'mesh-control-plane',
    /istio\/pilot$|(^|\/)pilot$|linkerd\/controller$|linkerd\/proxy-injector|kuma-cp$|consul-k8s-control-plane|osm-controller/,
  ],
  [
    'monitoring',
    /(^|\/)(prometheus|grafana|alertmanager|thanos|kube-state-metrics|victoria-metrics|vmsingle|mimir|loki|jaeger|tempo|kiali)$/,
  ],
  [
    'operator',
    /operator$|[\w-]+-operator(-\w+)?$|cert-manager-(controller|webhook|cainjector)$|external-secrets$|external-dns$|cluster-autoscaler$|aws-load-balancer-controller$|kyverno$|gatekeeper$|velero$|controller-manager$|descheduler|karpenter\/controller|argo-rollouts|workflow-controller$|reloader$|sealed-secrets-controller|prometheus-adapter|metrics-server$/,
  ],
]

/** What add-on of a cluster an image is, by its repository's name; undefined for everything else. */
export function addOnType(repository: string): string | undefined {
  // Older images carry the machine's kind in their name.
  const name = repository.toLowerCase().replace(/-(amd64|arm64|arm|ppc64le|s390x)$/, '')
  return ADD_ONS.find(([, pattern]) => pattern.test(name))?.[0]
}

const RETIRED =
  /^(registry\.k8s\.io|k8s\.gcr\.io)\/ingress-nginx\/controller$|^quay\.io\/kubernetes-ingress-controller\/nginx-ingress-controller/

/** Whether an image, by its whole name, is that of an ingress controller that gets no fixes any more. */
export function isRetiredController(name: string): boolean {
  return RETIRED.test(name)
}
