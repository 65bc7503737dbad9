import { type DockerfileKind, describeDockerfiles } from '@/lib/testing/dockerfile-kinds'

const known = { user: 'image-default', baseTagLatest: false, pinnedDigest: false }

/** Dockerfiles as people write them: what they build from, as whom, in which form. */
const kinds: readonly DockerfileKind[] = [
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

describeDockerfiles('a Dockerfile with', kinds, 63)
