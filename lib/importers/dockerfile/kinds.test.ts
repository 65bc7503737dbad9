import { describe, expect, it } from 'vitest'
import { readFiles } from '@/lib/importers/read-files'
import { factsOf } from '@/lib/testing/test-importer'

type Kind = readonly [
  name: string,
  text: string,
  recipe: Record<string, unknown>,
  image?: Record<string, unknown>,
]

const known = { user: 'image-default', baseTagLatest: false, pinnedDigest: false }

/** Dockerfiles of the kinds that people write, and what each says. `undefined` means that nothing is said. */
const kinds: readonly Kind[] = [
  // Bases
  [
    'a name alone',
    'FROM nginx',
    { baseTagLatest: true, pinnedDigest: false, user: 'image-default', baseImageName: 'nginx' },
  ],
  ['latest', 'FROM nginx:latest', { baseTagLatest: true }],
  ['a version', 'FROM nginx:1.29.3', { ...known, baseImageTrusted: true }],
  ['a digest', `FROM nginx@sha256:${'a'.repeat(64)}`, { baseTagLatest: false, pinnedDigest: true }],
  [
    'a tag and a digest',
    `FROM nginx:latest@sha256:${'a'.repeat(64)}`,
    { baseTagLatest: false, pinnedDigest: true },
  ],
  [
    'a registry with a port',
    'FROM registry.local:5000/base/app:1',
    { ...known, baseImageName: 'registry.local:5000/base/app', baseImageTrusted: undefined },
  ],
  [
    'a user of Docker Hub',
    'FROM somebody/thing:2',
    { baseImageName: 'somebody/thing', baseImageTrusted: undefined },
  ],
  [
    'library written out',
    'FROM docker.io/library/python:3.13',
    { baseImageName: 'python', baseImageTrusted: true },
  ],
  [
    'scratch',
    'FROM scratch\nCOPY app /',
    { user: 'root', baseTagLatest: false, pinnedDigest: true, healthcheck: false },
    { packagesMinimal: true, healthcheck: false },
  ],
  [
    'distroless',
    'FROM gcr.io/distroless/static-debian12',
    { user: 'image-default', baseTagLatest: true },
    { packagesMinimal: true, runsAsRoot: true },
  ],
  [
    'distroless for others than root',
    'FROM gcr.io/distroless/static-debian12:nonroot',
    { baseTagLatest: false },
    { packagesMinimal: true, runsAsRoot: false },
  ],
  ['distroless with a shell', 'FROM gcr.io/distroless/base:debug', {}, { packagesMinimal: undefined }],
  ['Red Hat', 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6', { baseImageTrusted: true }],
  [
    'Windows',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerAdministrator',
    { user: 'root', baseImageTrusted: true },
  ],
  [
    'an ordinary user of Windows',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerUser',
    { user: 'nonroot' },
  ],
  ['a platform', 'FROM --platform=linux/arm64 debian:13', { baseImageName: 'debian', baseTagLatest: false }],
  ['small letters', 'from debian:13 as x\nuser nobody', { user: 'nonroot', baseImageName: 'debian' }],
  // Arguments
  [
    'an argument with a default',
    'ARG V=3.22\nFROM alpine:$V',
    { baseTagLatest: false, baseImageName: 'alpine' },
  ],
  ['an argument in braces', 'ARG V=3.22\nFROM alpine:${V}', { baseTagLatest: false }],
  ['a default in the FROM', 'FROM alpine:${V:-3.22}', { baseTagLatest: false }],
  [
    'an argument without a default',
    'ARG V\nFROM alpine:$V',
    { baseTagLatest: undefined, baseImageName: undefined },
  ],
  [
    'an argument for the whole name',
    'ARG BASE\nFROM $BASE',
    { baseTagLatest: undefined, pinnedDigest: undefined, baseImageName: undefined },
  ],
  [
    'an argument with the whole name',
    'ARG BASE=debian:13\nFROM $BASE',
    { baseImageName: 'debian', baseTagLatest: false },
  ],
  [
    'an argument of an argument',
    'ARG A=13\nARG B=${A}-slim\nFROM debian:$B',
    { baseTagLatest: false, baseImageName: 'debian' },
  ],
  ['several arguments on a line', 'ARG A=1 B=13\nFROM debian:$B', { baseTagLatest: false }],
  ['quotes', 'ARG V="13"\nFROM debian:$V', { baseTagLatest: false }],
  // Stages
  [
    'two stages',
    'FROM golang AS b\nFROM alpine:3.22\nCOPY --from=b /a /a',
    { baseTagLatest: true, baseImageName: 'alpine' },
  ],
  ['a stage that is not used', 'FROM golang AS b\nFROM alpine:3.22', { baseTagLatest: false }],
  ['a stage by its number', 'FROM golang\nFROM alpine:3.22\nCOPY --from=0 /a /a', { baseTagLatest: true }],
  [
    'a stage on a stage',
    'FROM alpine:3.22 AS a\nUSER app\nFROM a',
    { user: 'nonroot', baseImageName: 'alpine' },
  ],
  [
    'a stage that changes the user back',
    'FROM alpine:3.22 AS a\nUSER app\nFROM a\nUSER root',
    { user: 'root' },
  ],
  [
    'the user of a stage only copied from',
    'FROM alpine:3.22 AS a\nUSER app\nFROM alpine:3.22\nCOPY --from=a /x /x',
    { user: 'image-default' },
  ],
  ['files of another image', 'FROM alpine:3.22\nCOPY --from=busybox /bin/sh /bin/', { baseTagLatest: true }],
  [
    'a mount from a stage',
    'FROM node AS b\nFROM alpine:3.22\nRUN --mount=type=bind,from=b,target=/b cp /b/x /x',
    { baseTagLatest: true },
  ],
  [
    'a stage in capitals',
    'FROM golang:1.25 AS Build\nFROM BUILD\nUSER 1',
    { user: 'nonroot', baseImageName: 'golang' },
  ],
  // Users
  ['a number', 'FROM a:1\nUSER 1000', { user: 'nonroot' }],
  ['number and group', 'FROM a:1\nUSER 1000:0', { user: 'nonroot' }],
  ['zero', 'FROM a:1\nUSER 0', { user: 'root' }],
  ['zero and group', 'FROM a:1\nUSER 0:1000', { user: 'root' }],
  ['root', 'FROM a:1\nUSER root', { user: 'root' }],
  ['the last one counts', 'FROM a:1\nUSER app\nRUN x\nUSER root\nRUN y\nUSER app', { user: 'nonroot' }],
  ['a variable', 'FROM a:1\nENV APP_USER=app\nUSER $APP_USER', { user: 'nonroot' }],
  ['an argument that is zero', 'FROM a:1\nARG UID=0\nUSER ${UID}', { user: 'root' }],
  ['a variable without a value', 'FROM a:1\nARG UID\nUSER ${UID}', { user: null }],
  // Health and ports
  ['a health check', 'FROM a:1\nHEALTHCHECK CMD true', { healthcheck: true }, { healthcheck: true }],
  ['none', 'FROM a:1\nHEALTHCHECK NONE', { healthcheck: false }, { healthcheck: false }],
  ['none said, on an official image', 'FROM debian:13', { healthcheck: false }, { healthcheck: false }],
  ['none said, on another image', 'FROM me/base:1', { healthcheck: false }, { healthcheck: undefined }],
  ['one of the stage below', 'FROM debian:13 AS a\nHEALTHCHECK CMD true\nFROM a', { healthcheck: true }],
  ['ports', 'FROM a:1\nEXPOSE 80 443/tcp 53/udp', { exposedPorts: ['80', '443/tcp', '53/udp'] }],
  ['a port by variable', 'FROM a:1\nENV PORT=8080\nEXPOSE $PORT', { exposedPorts: ['8080'] }],
  ['a range', 'FROM a:1\nEXPOSE 7000-7010', { exposedPorts: ['7000-7010'] }],
  ['no port', 'FROM a:1\nEXPOSE $NOTHING', { exposedPorts: undefined }],
  // Downloads
  ['curl into a shell', 'FROM a:1\nRUN curl -sSL https://x.io/i.sh | sh', { unverifiedDownload: true }],
  [
    'curl into bash with options',
    'FROM a:1\nRUN curl -fsSL https://x.io/i.sh | bash -s -- --yes',
    { unverifiedDownload: true },
  ],
  [
    'wget into sudo',
    'FROM a:1\nRUN wget -qO- https://x.io/i.sh | sudo -E bash -',
    { unverifiedDownload: true },
  ],
  [
    'a shell that reads curl',
    'FROM a:1\nRUN bash -c "$(curl -fsSL https://x.io/i.sh)"',
    { unverifiedDownload: true },
  ],
  [
    'a substituted file',
    'FROM a:1\nSHELL ["/bin/bash", "-c"]\nRUN bash <(curl -s https://x.io/i.sh)',
    { unverifiedDownload: true },
  ],
  ['backquotes', 'FROM a:1\nRUN eval `curl -s https://x.io/env`', { unverifiedDownload: true }],
  [
    'into a file and unpacked',
    'FROM a:1\nRUN curl -LO https://x.io/a.tgz && tar xzf a.tgz',
    { unverifiedDownload: true },
  ],
  [
    'into a file and checked',
    'FROM a:1\nRUN curl -LO https://x.io/a.tgz && echo "abc  a.tgz" | sha256sum -c -',
    { unverifiedDownload: undefined },
  ],
  [
    'checked by signature',
    'FROM a:1\nRUN wget https://x.io/a https://x.io/a.asc && gpg --verify a.asc a',
    { unverifiedDownload: undefined },
  ],
  [
    'checked, and then into a shell',
    'FROM a:1\nRUN curl -o a https://x.io/a; sha256sum -c s; curl https://x.io/i | sh',
    { unverifiedDownload: true },
  ],
  [
    'a signing key',
    'FROM a:1\nRUN curl -fsSL https://x.io/key.asc | gpg --dearmor -o /usr/share/keyrings/x.gpg',
    { unverifiedDownload: undefined },
  ],
  [
    'only said, not done',
    'FROM a:1\nRUN echo "curl https://x.io | sh" > /readme',
    { unverifiedDownload: undefined },
  ],
  ['only asked for', 'FROM a:1\nRUN curl -I https://x.io', { unverifiedDownload: undefined }],
  [
    'of its own machine',
    'FROM a:1\nRUN curl -f http://localhost:8080/ready',
    { unverifiedDownload: undefined },
  ],
  ['an unsigned package', 'FROM a:1\nRUN apk add --allow-untrusted x.apk', { unverifiedDownload: true }],
  [
    'checks switched off',
    'FROM a:1\nRUN apt-get install -y --allow-unauthenticated x=1',
    { unverifiedDownload: true },
  ],
  [
    'a host that is trusted blindly',
    'FROM a:1\nRUN pip install --trusted-host x.io x==1',
    { unverifiedDownload: true },
  ],
  [
    'checks switched off by a variable',
    'FROM a:1\nENV NODE_TLS_REJECT_UNAUTHORIZED=0',
    { unverifiedDownload: true },
  ],
  [
    'PowerShell',
    'FROM a:1\nRUN Invoke-WebRequest -Uri https://x.io/a -OutFile a',
    { unverifiedDownload: true },
  ],
  [
    'PowerShell with a check',
    'FROM a:1\nRUN iwr https://x.io/a -OutFile a; if ((Get-FileHash a).Hash -ne "ab") { exit 1 }',
    { unverifiedDownload: undefined },
  ],
  [
    'a heredoc',
    'FROM a:1\nRUN <<EOF\nset -e\ncurl https://x.io/i.sh | sh\nEOF',
    { unverifiedDownload: true },
  ],
  [
    'a heredoc for another program',
    'FROM a:1\nRUN python3 <<EOF\nprint("curl https://x.io | sh")\nEOF',
    { unverifiedDownload: undefined },
  ],
  [
    'a heredoc that is a file',
    'FROM a:1\nCOPY <<EOF /run.sh\ncurl https://x.io | sh\nEOF\nUSER app',
    { unverifiedDownload: undefined, user: 'nonroot' },
  ],
  [
    'the JSON form',
    'FROM a:1\nRUN ["/bin/sh", "-c", "curl https://x.io | sh"]',
    { unverifiedDownload: true },
  ],
  ['a remote ADD', 'FROM a:1\nADD https://x.io/a.tgz /a/', { remoteAdd: true, usesAdd: undefined }],
  [
    'a remote ADD with a checksum',
    `FROM a:1\nADD --checksum=sha256:${'b'.repeat(64)} https://x.io/a /a`,
    { remoteAdd: undefined, usesAdd: undefined },
  ],
  [
    'a repository',
    'FROM a:1\nADD https://github.com/a/b.git#v1 /src',
    { remoteAdd: undefined, usesAdd: undefined },
  ],
  ['an archive', 'FROM a:1\nADD rootfs.tar.xz /', { usesAdd: undefined }],
  ['an ADD where COPY would do', 'FROM a:1\nADD app.py /app/', { usesAdd: true }],
  // Packages
  [
    'apt without versions',
    'FROM a:1\nRUN apt-get update && apt-get install -y --no-install-recommends curl',
    { unpinnedPackages: true, updateAlone: undefined },
  ],
  [
    'apt with versions',
    'FROM a:1\nRUN apt-get update && apt-get install -y curl=8.14.1-2',
    { unpinnedPackages: false, updateAlone: undefined },
  ],
  ['lists alone', 'FROM a:1\nRUN apt-get update\nRUN apt-get install -y x=1', { updateAlone: true }],
  [
    'apk',
    'FROM a:1\nRUN apk add --no-cache --virtual .deps gcc',
    { unpinnedPackages: true },
    { packagesMinimal: false },
  ],
  ['apk with versions', "FROM a:1\nRUN apk add --no-cache 'nginx~=1.28'", { unpinnedPackages: false }],
  ['dnf', 'FROM a:1\nRUN dnf install -y httpd && dnf clean all', { unpinnedPackages: true }],
  ['pip', 'FROM a:1\nRUN pip install --no-cache-dir flask gunicorn', { unpinnedPackages: true }],
  ['pip with versions', 'FROM a:1\nRUN python -m pip install flask==3.1.2', { unpinnedPackages: false }],
  ['a list of requirements', 'FROM a:1\nRUN pip install -r requirements.txt', { unpinnedPackages: null }],
  [
    'a list with hashes',
    'FROM a:1\nRUN pip install --require-hashes -r requirements.txt',
    { unpinnedPackages: false },
  ],
  ['npm by lock file', 'FROM a:1\nRUN npm ci --omit=dev', { unpinnedPackages: false }],
  ['npm by whatever is there', 'FROM a:1\nRUN npm install', { unpinnedPackages: null }],
  ['npm for all', 'FROM a:1\nRUN npm install -g pm2', { unpinnedPackages: true }],
  ['npm with a version', 'FROM a:1\nRUN npm i -g @angular/cli@20.3.0', { unpinnedPackages: false }],
  ['yarn', 'FROM a:1\nRUN yarn install --frozen-lockfile', { unpinnedPackages: false }],
  ['gem', 'FROM a:1\nRUN gem install rails', { unpinnedPackages: true }],
  ['go', 'FROM a:1\nRUN go install example.com/x@latest', { unpinnedPackages: true }],
  ['cargo', 'FROM a:1\nRUN cargo install --locked --version 1.2.3 x', { unpinnedPackages: false }],
  ['chocolatey', 'FROM a:1\nRUN choco install -y git', { unpinnedPackages: true }],
  ['nothing', 'FROM a:1', { unpinnedPackages: false }],
  // Secrets
  [
    'a token as an argument',
    'FROM a:1\nARG NPM_TOKEN\nRUN npm ci',
    { secretsInBuild: true },
    { secretsInLayers: true },
  ],
  [
    'a password in a variable',
    'FROM a:1\nENV DB_PASSWORD=x',
    { secretsInBuild: true },
    { secretsInLayers: true },
  ],
  ['the old form', 'FROM a:1\nENV API_KEY abc def', { secretsInBuild: true }],
  ['a password in an address', 'FROM a:1\nENV DATABASE_URL=postgres://u:p@db/x', { secretsInBuild: true }],
  ['a file with a password', 'FROM a:1\nENV DB_PASSWORD_FILE=/run/secrets/db', { secretsInBuild: undefined }],
  ['an empty one', 'FROM a:1\nENV DB_PASSWORD=', { secretsInBuild: undefined }],
  [
    'only in a stage before',
    'FROM a:1 AS b\nARG TOKEN\nFROM a:1\nCOPY --from=b /x /x',
    { secretsInBuild: true },
    { secretsInLayers: undefined },
  ],
  [
    'a key that is copied',
    'FROM a:1\nCOPY id_rsa /root/.ssh/',
    { secretsInBuild: true },
    { secretsInLayers: true },
  ],
  ['an environment file that is copied', 'FROM a:1\nCOPY .env /app/', { secretsInBuild: true }],
  ['an example of one', 'FROM a:1\nCOPY .env.example /app/', { secretsInBuild: undefined }],
  [
    'a secret mount',
    'FROM a:1\nRUN --mount=type=secret,id=t cat /run/secrets/t',
    { secretsInBuild: undefined },
  ],
  // Rights of files
  ['setuid', 'FROM a:1\nRUN chmod u+s /bin/x', {}, { setuidBinaries: true }],
  ['setuid by number', 'FROM a:1\nRUN chmod 4755 /bin/x', {}, { setuidBinaries: true }],
  ['setuid while copying', 'FROM a:1\nCOPY --chmod=4755 x /bin/', {}, { setuidBinaries: true }],
  [
    'setuid taken away',
    'FROM a:1\nRUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +',
    {},
    { setuidBinaries: false },
  ],
  [
    'ordinary rights',
    'FROM a:1\nRUN chmod +x /bin/x && chmod 0755 /bin/y',
    {},
    { setuidBinaries: undefined },
  ],
  // Forms
  [
    'continued lines',
    'FROM a:1\nRUN apt-get update \\\n && apt-get install -y \\\n    # why\n\n    curl=1 \\\n    wget=2',
    { unpinnedPackages: false, updateAlone: undefined },
  ],
  ['the other escape sign', '# escape=`\nFROM a:1\nRUN a `\n b\nUSER app', { user: 'nonroot' }],
  [
    'a backslash at the end of a Windows path',
    '# escape=`\nFROM a:1\nCOPY x C:\\\nUSER app',
    { user: 'nonroot' },
  ],
  [
    'Windows line ends and a mark at the start',
    '\uFEFFFROM a:1\r\nRUN x \\\r\n && y\r\nUSER app\r\n',
    { user: 'nonroot' },
  ],
  ['a comment that looks like one', 'FROM a:1\n# USER root\nUSER app', { user: 'nonroot' }],
  ['indented', '  FROM a:1\n\tUSER app', { user: 'nonroot' }],
  ['two heredocs', 'FROM a:1\nCOPY <<A <<B /x/\nUSER root\nA\nUSER root\nB\nUSER app', { user: 'nonroot' }],
  ['a heredoc with tabs', 'FROM a:1\nRUN <<-"EOF"\n\tUSER root\n\tEOF\nUSER app', { user: 'nonroot' }],
  ['a heredoc without an end', 'FROM a:1\nRUN cat <<EOF\nUSER app', { user: 'nonroot' }],
  ['triggers for others', 'FROM a:1\nONBUILD USER root\nUSER app', { user: 'nonroot' }],
]

describe('a Dockerfile with', () => {
  it('is shown in more than a hundred kinds', () => {
    expect(kinds.length).toBeGreaterThan(100)
    expect(new Set(kinds.map(([name]) => name)).size).toBe(kinds.length)
  })

  it.each(kinds.map(([name, text, recipe, image = {}]) => [name, { text, recipe, image }] as const))(
    '%s',
    (_name, { text, recipe, image }) => {
      const result = readFiles([{ path: 'Dockerfile', text }])
      expect(result.unreadable).toEqual([])
      expect({ ...unset(recipe), ...factsOf(result, 'dockerfile/Dockerfile/recipe') }).toMatchObject(recipe)
      expect({ ...unset(image), ...factsOf(result, 'dockerfile/Dockerfile/image') }).toMatchObject(image)
    },
  )
})

const unset = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(facts).map((id) => [id, undefined]))
