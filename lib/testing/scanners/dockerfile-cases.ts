const digest = `@sha256:${'0123456789abcdef'.repeat(4)}`

/** Dockerfiles that raise a threat, and some that look alike but do not. */
export const dockerfileCases: readonly { id: string; bad: readonly string[]; good: readonly string[] }[] = [
  {
    id: 'D-E-01',
    bad: [
      'FROM alpine:3.20\nRUN true',
      'FROM alpine:3.20\nUSER root',
      'FROM alpine:3.20\nUSER app\nUSER 0',
      'FROM alpine:3.20\nUSER 0:0',
    ],
    good: [
      'FROM alpine:3.20\nUSER app',
      'FROM alpine:3.20\nUSER 1000:1000',
      'FROM a:1 AS b\nUSER root\nFROM alpine:3.20\nUSER 10001',
    ],
  },
  {
    id: 'D-T-30',
    bad: ['FROM a:1\nADD . /app', 'FROM a:1\nadd --chown=1:1 x y'],
    good: ['FROM a:1\nCOPY . /app', 'FROM a:1\nADD app.tar.gz /app'],
  },
  {
    id: 'D-T-33',
    bad: [
      'FROM alpine',
      'FROM alpine:latest',
      'FROM --platform=linux/amd64 node',
      'FROM node:20 AS b\nFROM nginx:latest',
    ],
    good: [`FROM alpine${digest}`, 'FROM alpine:3.20', 'FROM scratch', 'FROM node:20 AS b\nFROM b'],
  },
  {
    id: 'D-I-02',
    bad: [
      'FROM a:1\nENV DB_PASSWORD=wJalrXUtnFEMI',
      'FROM a:1\nARG AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG',
      'FROM a:1\nCOPY id_rsa /root/.ssh/id_rsa',
      'FROM a:1\nCOPY .env /app/.env',
    ],
    good: ['FROM a:1\nENV LOG_LEVEL=info', 'FROM a:1\nRUN --mount=type=secret,id=x cat /run/secrets/x'],
  },
  {
    id: 'D-D-09',
    bad: ['FROM a:1\nUSER x', 'FROM a:1\nHEALTHCHECK NONE'],
    good: ['FROM a:1\nHEALTHCHECK CMD true'],
  },
  {
    id: 'D-I-15',
    bad: ['FROM a:1\nEXPOSE 22', 'FROM a:1\nEXPOSE 80 22/tcp'],
    good: ['FROM a:1\nEXPOSE 8080', 'FROM a:1\nEXPOSE 2222'],
  },
  {
    id: 'D-T-09',
    bad: [
      'FROM a:1\nRUN curl -sL https://x.sh | bash',
      'FROM a:1\nRUN wget -qO- http://x | sh',
      'FROM a:1\nADD https://x.org/a.tgz /a',
      'FROM a:1\nRUN curl -k https://x -o y',
      'FROM a:1\nRUN pip install --trusted-host x y',
      'FROM a:1\nRUN apt-get install -y --allow-unauthenticated x',
      'FROM a:1\nRUN wget --no-check-certificate https://x',
      'FROM a:1\nRUN apk add --allow-untrusted x',
      'FROM a:1\nRUN npm config set strict-ssl false',
      'FROM a:1\nENV NODE_TLS_REJECT_UNAUTHORIZED=0',
      'FROM a:1\nENV PYTHONHTTPSVERIFY=0',
      'FROM a:1\nRUN git config --global http.sslVerify false',
      'FROM a:1\nENV GIT_SSL_NO_VERIFY=1',
      'FROM a:1\nRUN yum install --nogpgcheck x',
      'FROM a:1\nRUN rpm -i --nosignature x',
      'FROM a:1\nENV PIP_TRUSTED_HOST=x',
      'FROM a:1\nENV NPM_CONFIG_STRICT_SSL=false',
      'FROM a:1\nRUN yum config-manager --setopt=sslverify=false',
    ],
    good: ['FROM a:1\nRUN curl -fsSL https://x -o y && sha256sum -c z'],
  },
  {
    id: 'D-T-31',
    bad: [
      'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y x',
      'FROM debian:12\nRUN apt update',
      'FROM alpine:3\nRUN apk update',
    ],
    good: ['FROM debian:12\nRUN apt-get update && apt-get install -y x'],
  },
  {
    id: 'D-T-34',
    bad: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl',
      'FROM alpine:3\nRUN apk add curl',
      'FROM python:3\nRUN pip install flask',
      'FROM node:20\nRUN npm install -g express',
      'FROM ruby:3\nRUN gem install rails',
      'FROM fedora:40\nRUN dnf install -y curl',
    ],
    good: [
      'FROM debian:12\nRUN apt-get install -y curl=7.1',
      'FROM python:3\nRUN pip install -r requirements.txt',
      'FROM node:20\nRUN npm ci',
    ],
  },
]
