import { kubernetesCanaries } from '@/lib/testing/kubernetes-canaries'

/** A string that stands nowhere else; numbered, so that one that is found says where it was planted. */
export const canary = (number: number) => `zq7canary${String(number).padStart(3, '0')}x`

/** What every canary begins with, to search for. */
export const CANARY = 'zq7canary'

/** A name that is no secret and is kept: what finds this would find a canary. */
export const CONTROL = 'zq8control-name'

/** A Compose project with a secret wherever one can stand. `<>` is the place of the next canary. */
const compose = `
# a comment with <>
x-secrets: &anchor
  top: "<>"
name: canaries
services:
  ${CONTROL}:
    image: https://user:<>@registry.example.com/app:1
    build:
      context: https://user:<>@git.example.com/app.git?token=<>
      args: { NPM_TOKEN: "<>" }
      labels: { a: "<>" }
      ssh: ["default=<>"]
      secrets: ["<>"]
      cache_from: ["user:<>@registry.example.com/cache"]
    command: serve --password <> --url http://u:<>@api:80
    entrypoint: ["/bin/sh", "-c", "login <>"]
    environment:
      DB_PASSWORD: "<>"
      DB_URL: postgres://app:<>@list:5432/app
      DB_CONNECTION: Server=list;Password=<>;
      FALLBACK_TOKEN: \${TOKEN:-<>}
      REQUIRED_TOKEN: \${TOKEN:?ask for <>}
      PEM_KEY: |
        -----BEGIN KEY-----
        <>
      DOLLARS: "$$<>"
      HARMLESS: "<>"
    labels: { "com.example.token": "<>" }
    annotations: { a: "<>" }
    healthcheck: { test: "curl -u admin:<> localhost" }
    logging: { driver: splunk, options: { splunk-token: "<>" } }
    extra_hosts: { legacy: "<>" }
    sysctls: { kernel.domainname: "<>" }
    storage_opt: { size: "<>" }
    credential_spec: { config: "<>" }
    post_start: [{ command: "register <>" }]
    develop: { watch: [{ action: sync, path: "<>", target: /x }] }
    deploy: { labels: { a: "<>" }, placement: { constraints: ["<>"] } }
    x-own: "<>"
    nonsense: "<>"
    mem_limit: "<>"
    restart: "<>"
    volumes:
      - type: bind
        source: //user:<>@server/share
        target: /mnt
    ports: ["<>"]
    cap_add: ["<>"]
    security_opt: ["<>:<>"]
    device_cgroup_rules: ["<>"]
    secrets: [{ source: file, target: "<>" }]
  list:
    image: user:<>@registry.example.com/db:1
    environment: ["POSTGRES_PASSWORD=<>", "plain <>", "=<>"]
    labels: ["token=<>"]
    command: ["--requirepass", "<>"]
    healthcheck: { test: ["CMD", "redis-cli", "-a", "<>", "ping"] }
    build: { context: "git@github.com:me/x.git#<>", args: ["SECRET=<>"] }
    extra_hosts: ["x:<>"]
    env_file: secret.env
    volumes: [data:/data]
networks:
  default: { driver_opts: { key: "<>" }, labels: { a: "<>" }, ipam: { options: { a: "<>" } } }
volumes:
  data: { driver: local, driver_opts: { type: cifs, o: "username=u,password=<>", device: "//user:<>@nas/share" } }
secrets:
  file: { file: ./s.txt, labels: { a: "<>" }, driver_opts: { a: "<>" } }
  content: { content: "<>" }
configs:
  inline: { content: "password: <>" }
unknown: { deep: ["<>"] }
`

/** A Dockerfile with a secret wherever one can stand. */
const dockerfile = `# a comment with <>
ARG NPM_TOKEN=<>
FROM https://user:<>@registry.example.com/other:1?token=<> AS odd
FROM alpine:3.22
ARG GITHUB_TOKEN="<>"
ENV DB_PASSWORD=<> API_KEY='<>' DATABASE_URL=postgres://u:<>@db/x
ENV SECRET_KEY <> and more
LABEL com.example.token="<>" other=<>
MAINTAINER Somebody <>
RUN curl -H "Authorization: Bearer <>" https://user:<>@example.com/x | sh -s <>
RUN --mount=type=secret,id=<>,env=<> login --password <>
RUN pip install --index-url https://u:<>@pypi.example.com/simple "pkg-<>"
RUN <<EOF
echo "<>" > /root/.netrc
EOF
COPY <<CONF /etc/app.conf
password = <>
CONF
COPY --from=<> --chown=<> <>/file /<>
ADD https://user:<>@example.com/x?sig=<> /x
WORKDIR /<>
EXPOSE <> \${DB_PASSWORD}
USER \${GITHUB_TOKEN}
HEALTHCHECK --interval=<> CMD curl -u admin:<> http://localhost/
ONBUILD RUN login <>
CMD serve --password <>
NONSENSE <>
`

/** Files as a person drops them, with a canary in each place, and how many there are. */
export function plantedFiles(): {
  files: { name: string; mimeType: string; buffer: Buffer }[]
  count: number
} {
  let count = 0
  const manifests = kubernetesCanaries((number) => canary(1000 + number))
  const plant = (name: string, text: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text.replaceAll('<>', () => canary(++count))),
  })
  const files = [
    plant('compose.yaml', compose),
    plant('.env', 'TOKEN=<>\nUNUSED_SECRET=<>\n'),
    plant('secret.env', 'API_KEY=<>\nnot a line <>\n'),
    plant('Dockerfile', dockerfile),
    plant('.dockerignore', '# <>\n<>\n'),
    // A file that cannot be read: what is said about it must not quote it.
    plant('broken.yaml', 'services:\n  web: { environment: { PASSWORD: "<>" }\n\t- <>: [\n'),
    plant('notes.txt', 'The password is <>.\n'),
    { name: 'manifests.yaml', mimeType: 'text/plain', buffer: Buffer.from(manifests.text) },
  ]
  return { files, count: count + manifests.count }
}
