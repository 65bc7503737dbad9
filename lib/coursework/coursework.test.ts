import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { openRepositoryClaims } from '@/lib/cli/repository-claims'
import { checkSubmission } from '@/lib/coursework/check-submission'
import { EXERCISE } from '@/lib/coursework/exercise'
import { findClaims } from '@/lib/coursework/find-claims'
import { readClaims } from '@/lib/coursework/read-claims'
import { findSimilar, printSubmission, sharedPassages } from '@/lib/coursework/similarity'
import { readSubmission } from '@/lib/importers/submission/read-submission'
import { dockerIdeas, itemStyles, kubernetesIdeas } from '@/lib/testing/write-submission'

const catalogue = openRepositoryCatalogue()
const claims = openRepositoryClaims()
const [plain] = itemStyles
const items = (ideas: typeof dockerIdeas) => ideas.flatMap((idea, at) => plain?.write(idea, at + 1) ?? [])
const threats = [
  'Docker Threat Modeling',
  ...items(dockerIdeas),
  '',
  'Kubernetes Threat Modeling',
  ...items(kubernetesIdeas),
  '',
  'Docker-bench findings',
  '',
].join('\n')

function check(text: string) {
  const results = checkSubmission(text, readSubmission(text, catalogue), EXERCISE)
  return Object.fromEntries(results.map((one) => [one.criterion, one]))
}

describe('checkSubmission', () => {
  it('meets every check with five threats each and three checks of its own, and names the lines', () => {
    const found = check(
      `${threats}[FAIL] 4.6 Images bring a health check\n[FAIL] 5.10 memory is limited\n[FAIL] 2.14 userland proxy off\n`,
    )
    for (const id of [
      'docker_at_least_five',
      'kubernetes_at_least_five',
      'three_findings',
      'each_threat_has_category',
      'one_finding_outside_5.10_5.14_5.22',
    ])
      expect(found[id]?.result, id).toBe(true)
    expect(found.docker_at_least_five?.evidence).toEqual([2, 3, 4, 5, 6].map((line) => ({ line })))
    expect(found.three_findings?.evidence).toHaveLength(3)
    // Two of the threats may be on one surface: that is for a person to say.
    expect(found.docker_surfaces_distinct?.result).not.toBe(false)
  })

  it('judges the checks outside of the named three by number and by meaning apart', () => {
    const same =
      '[FAIL] 5.10 memory is limited\n[FAIL] 5.14 restart policy on-failure\n[FAIL] 5.22 exec with privileged option\n'
    const named = check(threats + same)
    expect(named['one_finding_outside_5.10_5.14_5.22']?.result).toBe(false)
    expect(named.one_finding_outside_by_meaning?.result).toBe(false)
    // In the 1.6 numbering the memory check is 5.11: another number, the same check.
    const moved = check(`${threats}[FAIL] 5.11 memory is limited for the container\n`)
    expect(moved['one_finding_outside_5.10_5.14_5.22']?.result).toBe(true)
    expect(moved.one_finding_outside_by_meaning?.result).toBe(false)
  })

  it('fails every check of an empty text without throwing', () => {
    expect(
      Object.values(check(''))
        .map(({ result }) => result)
        .filter((result) => result === true),
    ).toEqual([])
  })

  it('links a check to the threat that it names', () => {
    const found = check(
      `${threats}[FAIL] 4.6 health check\nbelongs to threat 4\n[FAIL] 2.14 userland proxy --> Spoofing\n[FAIL] 5.31 docker socket mounted => Elevation of Privilege\n`,
    )
    expect(found.findings_linked_to_threats?.result).toBe(true)
  })
})

const topics = (text: string, head = 'Kubernetes Threat Modeling\n1. Tampering: ') => {
  const whole = head + text
  return findClaims(whole, readSubmission(whole, catalogue), claims).map(({ topic }) => topic)
}

describe('findClaims', () => {
  it.each([
    [
      'psp-removed',
      'Create a PodSecurityPolicy that forbids it.',
      'PodSecurityPolicy was removed in 1.25, so use Pod Security Admission.',
    ],
    [
      'psp-removed',
      'Pod security policies must be enforced.',
      'Pod Security Standards took over when PSPs were removed.',
    ],
    [
      'kubelet-protect-flag',
      'Start the kubelet with --protect to stop a flood.',
      'Set --protect-kernel-defaults on the kubelet.',
    ],
    ['etcd-644-not-strict', 'Protect the etcd files with 644.', 'The etcd files should be 600 and not 644.'],
    [
      'base64-not-encryption',
      'Secrets are encrypted with base64.',
      'Secrets are not encrypted, base64 is only an encoding.',
    ],
    [
      'secrets-safe-by-default',
      'What is put in Secrets is considered safe.',
      'Secrets are not safe unless etcd is encrypted.',
    ],
    [
      'dockershim-removed',
      'The kubelet starts containers through the dockershim.',
      'The dockershim was removed in 1.24.',
    ],
    [
      'network-default-deny',
      'Pods cannot reach each other unless a rule allows it.',
      'Once a default deny policy is in place pods cannot reach each other.',
    ],
    [
      'container-own-kernel',
      'Every container has its own kernel.',
      'Containers share the kernel, none has its own kernel like a virtual machine.',
    ],
    [
      'latest-tag-secure',
      'The latest tag is the most secure choice.',
      'Avoid the latest tag, a digest is the secure choice.',
    ],
    ['cap-name-new-raw', 'Drop the new_raw capability.', 'Drop the NET_RAW capability.'],
    [
      'env-vars-safe',
      'Passwords in environment variables are safe since only the container can see them.',
      'Environment variables are not safe, inspect shows them.',
    ],
    [
      'privileged-for-low-port',
      'It has to be privileged because it listens on port 80.',
      'It listens on port 80 and needs no privileged mode.',
    ],
    [
      'seccomp-replaces-patching',
      'With seccomp on, kernel updates are no longer required.',
      'Seccomp does not replace kernel updates, they are still no luxury.',
    ],
    [
      'expose-publishes-port',
      'EXPOSE in the Dockerfile opens the port to the internet.',
      'EXPOSE in the Dockerfile does not open the port to the internet.',
    ],
  ])('sees %s and not the correct statement of the same thing', (topic, wrong, right) => {
    expect(topics(wrong)).toContain(topic)
    expect(topics(right)).not.toContain(topic)
  })

  it('gives the line on which a wrapped sentence says it', () => {
    const text =
      'Docker threats\n\n1. Tampering: somebody may\nchange files, so drop\nthe new_raw capability.\n'
    expect(findClaims(text, readSubmission(text, catalogue), claims)).toMatchObject([
      { line: 5, kind: 'wrong', topic: 'cap-name-new-raw' },
    ])
  })

  it('reports a number whose title is another check', () => {
    const text = '[FAIL] 5.10 Ensure the Docker socket is not mounted inside containers\n'
    expect(findClaims(text, readSubmission(text, catalogue), claims)[0]?.topic).toBe(
      'check-number-and-title-differ',
    )
  })
})

describe('readClaims', () => {
  it('refuses patterns that are none, and topics that stand twice', () => {
    const file = (topic: string, pattern: string) => ({
      file: 'a.yaml',
      text: `claims: [{topic: ${topic}, kind: wrong, why: because, source: 'https://a.example', phrasings: [{all: ['${pattern}']}]}]`,
    })
    expect(() => readClaims([file('one', '(unclosed')])).toThrow('a.yaml')
    expect(() => readClaims([file('one', 'abc'), file('one', 'def')])).toThrow('stands twice')
    expect(() => readClaims([{ file: 'b.yaml', text: '[]' }])).toThrow('b.yaml')
  })
})

describe('findSimilar', () => {
  const print = (id: string, text: string) => printSubmission(id, text, readSubmission(text, catalogue))
  const findings =
    '[FAIL] 5.10 memory\nOur tills froze in spring since one job had no ceiling at all and ate the box.\n'
  const other = threats.replace(
    /: .*/g,
    ': an entirely unlike sentence about bread, rivers and late trains stands here.',
  )

  it('finds a copied part, says which one, and where', () => {
    const cohort = [print('a', threats), print('b', threats + findings), print('c', other + findings)]
    const pairs = findSimilar(cohort)
    expect(pairs[0]).toMatchObject({ a: 'a', b: 'b', threats: 1, findings: 0 })
    expect(pairs.find(({ a, b }) => a === 'b' && b === 'c')).toMatchObject({ findings: 1, threats: 0 })
    expect(sharedPassages(cohort[0] as never, cohort[1] as never)[0]).toMatchObject({
      part: 'threats',
      lineA: 2,
      lineB: 2,
    })
  })

  it('leaves base text out, given or shared by many', () => {
    expect(findSimilar([print('a', threats), print('b', threats)], [threats])).toEqual([])
    const cohort = Array.from({ length: 6 }, (_, at) => print(String(at), threats))
    expect(findSimilar(cohort)).toEqual([])
  })

  it('finds nothing in nothing', () => {
    expect(findSimilar([])).toEqual([])
    expect(findSimilar([print('a', ''), print('b', '')])).toEqual([])
  })
})
