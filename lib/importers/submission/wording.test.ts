import { describe, expect, it } from 'vitest'
import { readSubmission } from '@/lib/importers/submission/read-submission'
import { testCatalogue } from '@/lib/testing/test-pack'

// Layouts and wordings that are written once here and tuned to no sample.

const read = (text: string) => readSubmission(text, testCatalogue())
const threatsOf = (text: string) =>
  read(text).threats.map(({ platform, categories, component, mitigationStated }) =>
    [platform, categories.join(''), component, mitigationStated ? 'answered' : 'open'].join(' '),
  )
const fixedOf = (text: string) => read(text).findings.map(({ id, fixed }) => `${id} ${fixed}`)

describe('what is done against a threat', () => {
  it('is what a table has below its head, and nothing where the cell is empty', () => {
    expect(
      threatsOf(`# Docker threats
| # | Component | STRIDE | Threat | Countermeasure |
|---|-----------|--------|--------|----------------|
| 1 | Docker client | Spoofing | A false engine collects the commands | Certificates on both ends |
| 2 | Image | Tampering | A layer is replaced in the registry | |
| 3 | Docker daemon | Elevation of Privilege | The socket gives root on the host | n/a |
`),
    ).toEqual(['docker S docker-client answered', 'docker T image open', 'docker E docker-daemon open'])
  })

  it('is a field in whatever words, and a question that was answered', () => {
    expect(
      threatsOf(`Docker Attack Surfaces

Surface 1: Docker Client
Threat: Spoofing
The user signs in at a lookalike hub.
How would you address it? A credential helper.

Surface 2: Docker Host
Threat: Denial of service
Logs fill the disk.
Protection measure: size limits for the log driver

Surface 3: Docker Images
Threat: Tampering
Layers of unknown origin.
Counter-measure: none so far
`),
    ).toEqual(['docker S docker-client answered', 'docker D docker-host answered', 'docker T image open'])
  })

  it('is no category of its own when it is called a remediation', () => {
    expect(
      threatsOf(`# Kubernetes
## etcd
*Tampering* - the data folder is writable for all.
Remediation: chmod 700
## kubelet
*Elevation of Privilege* - anonymous requests are accepted.
## kube-proxy
*Denial of Service* - the connection table overflows.
Remediation: a larger table
`),
    ).toEqual(['kubernetes T etcd answered', 'kubernetes E kubelet open', 'kubernetes D kube-proxy answered'])
  })

  it('is said in prose by what was changed', () => {
    const said = threatsOf(`Docker threats
1. Spoofing: anybody can answer as our registry. To limit this we turn on TLS.
2. Tampering: tags move. Pinned digests remove that risk, so this closes the gap.
3. Denial of Service: no memory limits. Each service now gets a quota.
4. Information Disclosure: docker inspect prints the variables.
`)
    expect(said.map((line) => line.split(' ').at(-1))).toEqual(['answered', 'answered', 'answered', 'open'])
  })
})

describe('an outline', () => {
  it('has its platforms as the outer items', () => {
    expect(
      threatsOf(`1. Docker
   a. Client
      - Category: Spoofing
      - What happens: a lookalike engine
   b. Volume
      - Category: Information disclosure
      - What happens: a backup on a public share
2. Kubernetes
   a. API server
      - Category: Repudiation
      - What happens: no audit trail
   b. Kubelet
      - Category: Elevation of privilege
      - What happens: exec through 10250
      - How we limit this: webhook authorization
`),
    ).toEqual([
      'docker S docker-client open',
      'docker I docker-volume open',
      'kubernetes R kube-apiserver open',
      'kubernetes E kubelet answered',
    ])
  })
})

describe('whether a failed check is hardened', () => {
  it('is read from a status, a later run, and a sentence elsewhere', () => {
    expect(
      fixedOf(`# Docker-bench
| Check | Finding | Status |
|---|---|---|
| 2.1 | Ensure network traffic is restricted | fixed |
| 4.1 | Ensure that a user has been created | not fixed |
`),
    ).toEqual(['2.1 true', '4.1 false'])
    expect(
      fixedOf(`docker-bench findings

[WARN] 1.2.3 - Ensure auditing is configured
[WARN]      * File not found
[WARN] 4.5 - Ensure Content trust is Enabled
[WARN] 5.26 - Ensure that container health is checked

Second run:
[PASS] 1.2.3 - Ensure auditing is configured

For 5.26 a HEALTHCHECK was added.
`),
    ).toEqual(['1.2.3 true', '4.5 null', '5.26 true'])
  })

  it('is read for each of several in one line, and never from advice', () => {
    expect(
      fixedOf('Findings\n\n5.10 (memory): done. 5.14 (restart policy): done. 4.8 (setuid): open.\n'),
    ).toEqual(['5.10 true', '5.14 true', '4.8 false'])
    expect(
      fixedOf(
        'Findings\n\n[FAIL] 2.2 Ensure the logging level is set. You should set it to info and restart the daemon.\n[FAIL] 5.25 no-new-privileges was missing. We added --security-opt and the re-run is green.\n',
      ),
    ).toEqual(['2.2 null', '5.25 true'])
  })
})
