/** Manifests with a secret in every place that can hold one. `<>` stands for the next canary, `{}` for it in base64. */
const places = `
# a comment with <>
apiVersion: v1
kind: Secret
metadata:
  name: control-name
  namespace: canaries
  labels: { token: "<>" }
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"apiVersion":"v1","kind":"Secret","stringData":{"password":"<>"}}
    note: "password is <>"
  managedFields: [{ manager: kubectl, fieldsV1: { "f:data": { "<>": {} } } }]
type: Opaque
data: { password: {}, file.pem: {} }
stringData:
  token: "<>"
  pem: |
    -----BEGIN PRIVATE KEY-----
    <>
    -----END PRIVATE KEY-----
---
apiVersion: v1
kind: Secret
metadata: { name: pull, namespace: canaries }
type: kubernetes.io/dockerconfigjson
data: { .dockerconfigjson: {} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: canaries, annotations: { a: "<>" } }
data:
  PASSWORD: "<>"
  HARMLESS: "<>"
  DATABASE_URL: "postgres://app:<>@db:5432/app"
  app.conf: |
    password = <>
    url = "https://user:<>@api.canaries.svc/x?token=<>"
    server <>@host:80
  config.json: '{"clientSecret": "<>"}'
binaryData: { key: {} }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
  namespace: canaries
  labels: { a: "<>" }
  annotations:
    deployment.kubernetes.io/revision: "<>"
    kubectl.kubernetes.io/last-applied-configuration: '{"env":"<>"}'
spec:
  template:
    metadata:
      labels: { app: app }
      annotations:
        vault.hashicorp.com/agent-inject-template-x: "<>"
        checksum/secret: "<>"
        container.apparmor.security.beta.kubernetes.io/app: "localhost/<>"
        seccomp.security.alpha.kubernetes.io/pod: "<>"
    spec:
      imagePullSecrets: [{ name: pull }]
      hostAliases: [{ ip: 10.0.0.1, hostnames: ["<>"] }]
      dnsConfig: { options: [{ name: "<>", value: "<>" }] }
      nodeSelector: { a: "<>" }
      initContainers:
        - name: migrate
          image: user:<>@registry.example.com/migrate:1
          command: ["sh", "-c", "migrate --password=<> --url=postgres://u:<>@db/app"]
          args: ["<>", "--token", "<>"]
          env: [{ name: INIT_SECRET, value: "<>" }]
      ephemeralContainers:
        - { name: debug, image: "https://u:<>@registry.example.com/debug?k=<>", env: [{ name: TOKEN, value: "<>" }] }
      containers:
        - name: app
          image: registry.example.com/app:1
          command: [serve, "--dsn", "postgres://app:<>@db:5432/app?password=<>"]
          args: ["--header=Authorization: Bearer <>"]
          workingDir: "/<>"
          env:
            - { name: DB_PASSWORD, value: "<>" }
            - { name: DB_URL, value: "postgres://app:<>@db:5432/app" }
            - { name: API, value: "https://<>:x@api.example.org/v1?key=<>" }
            - { name: CONNECTION, value: "Server=db;Password=<>;" }
            - { name: HARMLESS, value: "<>" }
            - { name: "<>=odd name", value: x }
            - { name: MULTI, value: "a\\n<>" }
          livenessProbe: { httpGet: { path: "/health?token=<>", port: 80, httpHeaders: [{ name: Authorization, value: "Basic <>" }] } }
          readinessProbe: { exec: { command: ["redis-cli", "-a", "<>", "ping"] } }
          lifecycle: { postStart: { exec: { command: ["register", "<>"] } }, preStop: { httpGet: { path: "/<>", port: 80 } } }
          resources: { limits: { memory: "<>", cpu: "<>" } }
          securityContext: { capabilities: { add: ["<>"] }, seLinuxOptions: { type: "<>" } }
          volumeMounts: [{ name: iscsi, mountPath: "/<>", subPath: "<>" }, { name: csi, mountPath: /c }]
      volumes:
        - { name: iscsi, iscsi: { targetPortal: "<>", iqn: "<>" } }
        - { name: csi, csi: { driver: disk.csi.example.com, volumeAttributes: { secret: "<>" } } }
        - { name: git, gitRepo: { repository: "https://u:<>@git.example.com/x" } }
status: { conditions: [{ message: "<>" }] }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: canaries, annotations: { external-dns: "<>" } }
spec: { selector: { app: app }, ports: [{ port: 5432 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: canaries
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: 'proxy_set_header Authorization "Basic <>";'
    nginx.ingress.kubernetes.io/auth-url: "https://u:<>@auth/"
spec: { rules: [{ host: example.org, http: { paths: [{ path: "/<>", pathType: Prefix, backend: { service: { name: db, port: { number: 1 } } } }] } }] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: hooks }
webhooks: [{ name: a.example.com, clientConfig: { url: "https://u:<>@hook.example.com/x?t=<>", caBundle: {} } }]
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.com }
spec:
  versions: [{ name: v1, schema: { openAPIV3Schema: { description: "<>", example: { password: "<>" }, properties: { a: { default: "<>" } } } } }]
---
apiVersion: example.com/v1
kind: Thing
metadata: { name: thing, namespace: canaries, annotations: { a: "<>" } }
spec: { password: "<>", url: "https://u:<>@h/" }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: pv }
spec: { csi: { driver: x, volumeAttributes: { a: "<>" } }, mountOptions: ["password=<>"] }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: sc }
parameters: { resturl: "http://u:<>@h", restuserkey: "<>", kmsKeyId: "<>" }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: sa, namespace: canaries, annotations: { eks.amazonaws.com/role-arn: "<>" } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: canaries }
spec:
  schedule: "@daily"
  jobTemplate:
    spec:
      template:
        spec:
          containers: [{ name: b, image: "busybox:1", command: ["sh", "-c", "curl -H 'X-Token: <>' https://backup.example.org/<>"] }]
---
apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.0
      command: [kube-apiserver, "--service-account-issuer=https://u:<>@h", "--enable-admission-plugins=NodeRestriction,<> x", "--oidc-client-secret=<>"]
---
apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
bootstrapTokens: [{ token: "<>" }]
certificateKey: "<>"
---
apiVersion: v1
kind: Config
users: [{ name: admin, user: { token: "<>", client-key-data: {}, password: "<>" } }]
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: gitops, namespace: canaries }
spec: { source: { repoURL: "https://u:<>@git.example.com/x.git?token=<>" } }
---
apiVersion: template.openshift.io/v1
kind: Template
metadata: { name: desk, annotations: { description: "<>" } }
message: "Log in with <>"
labels: { token: "<>" }
objects:
  - { apiVersion: v1, kind: Secret, metadata: { name: "desk-\${PLACE}" }, stringData: { token: "<>", key: "\${API_TOKEN}" }, data: { key: {} } }
  - { apiVersion: v1, kind: Secret, metadata: { name: "desk-\${API_TOKEN}" } }
  - { apiVersion: v1, kind: Service, metadata: { name: desk, annotations: { a: "\${API_TOKEN}" } }, spec: { type: ExternalName, externalName: "\${API_TOKEN}" } }
  - apiVersion: apps.openshift.io/v1
    kind: DeploymentConfig
    metadata: { name: desk, labels: { a: "\${API_TOKEN}" } }
    spec:
      template:
        metadata: { labels: { a: "\${API_TOKEN}", "\${API_TOKEN}": a } }
        spec:
          serviceAccountName: "\${API_TOKEN}"
          containers:
            - name: desk
              image: "desk:\${API_TOKEN}"
              command: ["serve", "--password", "\${DB_PASSWORD}", "<>"]
              env: [{ name: DB_PASSWORD, value: "\${DB_PASSWORD}" }, { name: DB_URL, value: "postgres://desk:\${DB_PASSWORD}@db/desk" }]
              volumeMounts: [{ name: a, mountPath: /a }]
          volumes: [{ name: a, hostPath: { path: "/\${API_TOKEN}" } }, { name: b, secret: { secretName: "\${API_TOKEN}" } }]
  - "<>"
parameters:
  - { name: PLACE, value: here, description: "<>" }
  - { name: API_TOKEN, value: "<>" }
  - { name: DB_PASSWORD, value: "<>" }
  - { name: MADE_UP, generate: expression, from: "<>[a-z]{3}", value: "" }
  - { name: UNUSED, value: "<>" }
---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { name: flow, namespace: canaries }
spec:
  entrypoint: "<>"
  arguments: { parameters: [{ name: password, value: "<>" }, { name: api-token, value: "<>" }], artifacts: [{ name: a, raw: { data: "<>" } }] }
  podSpecPatch: '{"a": "<>"}'
  templateDefaults: { container: { env: [{ name: DEFAULT_TOKEN, value: "<>" }] } }
  hooks: { exit: { expression: "<>" } }
  templates:
    - name: a
      inputs: { parameters: [{ name: secret, default: "<>" }], artifacts: [{ name: in, http: { url: "https://u:<>@h/", headers: [{ name: a, value: "<>" }] } }, { name: g, git: { repo: "https://u:<>@h/x", passwordSecret: { name: git-password, key: "<>" } } }] }
      container: { image: "tool:{{inputs.parameters.secret}}", args: ["<>"], env: [{ name: TOKEN, value: "<>" }] }
    - { name: b, script: { image: "b:1", source: "login <>", command: [sh] } }
    - { name: c, resource: { action: create, manifest: "password: <>" } }
    - { name: d, http: { url: "https://u:<>@h/", body: "<>", headers: [{ name: a, value: "<>" }] } }
    - { name: e, container: { image: "e:{{workflow.parameters.api-token}}" } }
    - { name: f, steps: [[{ name: g, template: a, arguments: { parameters: [{ name: secret, value: "<>" }] } }]] }
---
apiVersion: tekton.dev/v1
kind: Task
metadata: { name: task, namespace: canaries }
spec:
  description: "<>"
  params: [{ name: api-token, default: "<>" }, { name: list, default: ["<>"] }, { name: harmless, default: "<>" }]
  results: [{ name: a, description: "<>" }]
  stepTemplate: { env: [{ name: ALL_TOKEN, value: "<>" }] }
  steps:
    - { name: a, image: "task:$(params.api-token)", script: "login <>", args: ["<>", "$(params.harmless)"], env: [{ name: TOKEN, value: "<>" }], workingDir: "/<>" }
  sidecars: [{ name: s, image: "s:1", script: "<>", env: [{ name: S_TOKEN, value: "<>" }] }]
---
apiVersion: tekton.dev/v1
kind: PipelineRun
metadata: { name: run, namespace: canaries }
spec:
  params: [{ name: password, value: "<>" }, { name: harmless, value: "<>" }]
  pipelineRef: { resolver: git, params: [{ name: token, value: "<>" }, { name: url, value: "https://u:<>@h/x" }] }
  taskRunTemplate: { podTemplate: { env: [{ name: TOKEN, value: "<>" }], nodeSelector: { a: "<>" } } }
  workspaces: [{ name: w, volumeClaimTemplate: { metadata: { annotations: { a: "<>" } } } }]
---
broken: [ "<>"
---
no kind: "<>"
`

/** The manifests with numbered canaries, and how many there are. */
export function kubernetesCanaries(canary: (number: number) => string): { text: string; count: number } {
  let count = 0
  const text = places.replace(/<>|(?<=: )\{\}(?=[ ,}])/g, (mark) => {
    const secret = canary(++count)
    return mark === '<>' ? secret : btoa(secret)
  })
  return { text, count }
}
