/** Deployments in forty namespaces, each with an account, a secret, limits, a probe and one neighbour that it calls. */
export function generateManifests(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const name = `app-${at}`
    return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: team-${at % 40}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: shop
    helm.sh/chart: app-1.2.3
spec:
  replicas: 2
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
      annotations:
        prometheus.io/scrape: "true"
    spec:
      serviceAccountName: ${name}
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
      - name: server
        image: registry.example.com/shop/app-${at % 300}:v1.${at % 7}.0
        imagePullPolicy: IfNotPresent
        args: ["--port=8080", "--log=json"]
        ports:
        - name: http
          containerPort: 8080
        env:
        - name: DB_HOST
          value: "app-${(at * 7) % count}"
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: ${name}
              key: password
        resources:
          requests:
            cpu: 100m
            memory: 64Mi
          limits:
            cpu: 200m
            memory: 128Mi
        securityContext:
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities:
            drop: ["ALL"]
        livenessProbe:
          httpGet:
            path: /healthz
            port: http
`
  }).join('')
}
