import { type DockerfileKind, describeDockerfiles } from '@/lib/testing/dockerfile-kinds'

/** What people have builds run: downloads, installs, secrets and rights of files. */
const kinds: readonly DockerfileKind[] = [
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
]

describeDockerfiles('a Dockerfile that runs', kinds, 65)
