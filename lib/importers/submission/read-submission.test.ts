import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readSubmission } from '@/lib/importers/submission/read-submission'

const catalogue = openRepositoryCatalogue()
const read = (text: string) => readSubmission(text, catalogue)
const short = (text: string) =>
  read(text).threats.map(
    (one) => `${one.platform} ${one.categories.join('')} ${one.firstLine}-${one.lastLine}`,
  )

const legend = `STRIDE stands for:
S: Spoofing = under another name
T: Tampering = data changed
R: Repudiation = nobody did it
I: Information Disclosure = read by others
D: Denial of Service = gone
E: Elevation of Privilege = too many rights

`

const list = `Docker Threat Modeling

1. Spoofing: a mirror with a familiar name serves its own images.
2. Tampering: a shared cache lets one project change the layers of another.
3. Denial of Service: dangling layers fill the disk of the runner.
`

describe('readSubmission', () => {
  it('takes a legend of the six names for no threats', () => {
    expect(short(legend + list)).toEqual(
      ['docker T 12-12', 'docker D 13-13'].toSpliced(0, 0, 'docker S 11-11'),
    )
  })

  it('leaves out names without text and placeholders, and lists their lines', () => {
    const { threats, unassigned } = read(`${list}4. Repudiation:\n5. Elevation of Privilege: TODO\n6. ???\n`)
    expect(threats.map(({ firstLine }) => firstLine)).toEqual([3, 4, 5])
    expect(unassigned).toEqual([6, 7, 8])
  })

  it('makes each titled item below a category one threat, and a category with plain text one', () => {
    const text = `## Docker threats
### Tampering
- **Registry**: tags are pushed over.
- **Docker client**: a plug-in rewrites each push.
### Spoofing
- Somebody answers in place of the engine.
`
    expect(short(text)).toEqual(['docker T 2-3', 'docker T 4-4', 'docker S 5-6'])
  })

  it('makes each category below a component one threat, and the component none', () => {
    const text = `Docker STRIDE

Docker client
Spoofing: a rogue client takes the name of the build bot.
Tampering: shell aliases change what is pushed.

Docker daemon
Denial of Service: attach sessions use up all handles.
`
    expect(short(text)).toEqual(['docker S 4-4', 'docker T 5-5', 'docker D 8-8'])
    expect(read(text).threats.map(({ component }) => component)[0]).toBe('docker-client')
  })

  it('finds threats below the third heading, and tells the platforms apart without any heading', () => {
    const items = `1. Spoofing: a fake docker client signs in at the engine.
2. Tampering: images in the registry are swapped.
3. Denial of Service: a container takes all memory of the host.

1. Spoofing: a stolen token calls the API server of the cluster.
2. Tampering: etcd is edited by hand.
3. Elevation of Privilege: a pod mounts the kubelet folder of its node.
`
    const wanted = ['docker S', 'docker T', 'docker D', 'kubernetes S', 'kubernetes T', 'kubernetes E']
    const first = (text: string) => short(text).map((one) => one.split(' ').slice(0, 2).join(' '))
    expect(first(items)).toEqual(wanted)
    const heads =
      'Docker Threat Modeling\n\nKubernetes Threat Modeling\n\nDocker-bench Run Results and Analysis\n\n'
    expect(first(`${heads}${items}\n[FAIL] 5.12 read only\n`)).toEqual(wanted)
  })

  it('takes the instructions for the heading when there is no other', () => {
    const text = `Question 1:
Looking at Kubernetes' components, use STRIDE to list five possible threats.
1. Spoofing: a token from a chat is used by a stranger.
2. Tampering: someone edits the desired state.
`
    expect(short(text)).toEqual(['kubernetes S 3-3', 'kubernetes T 4-4'])
  })

  it('says how a category is known', () => {
    const basis = (item: string) => {
      const [first] = read(
        `Docker Threat Modeling\n\n1. ${item}\n2. Tampering: layers are swapped.\n`,
      ).threats
      return `${first?.categoryBasis} ${first?.categories.join('')}`
    }
    expect(basis('Spooling: a wrong engine answers the client.')).toBe('stated S')
    expect(basis('The engine can be overwhelmed by a flood of requests.')).toBe('implied D')
    expect(basis('Information Disclosure / Tampering: logs are read and changed by all.')).toBe('stated IT')
  })

  it('knows a stated mitigation and its text', () => {
    const [with_, without] = read(
      'Docker threats\n1. Tampering: tags are pushed over.\n   Mitigation: pull by digest.\n2. Spoofing: a false engine answers.\n',
    ).threats
    expect(with_).toMatchObject({ mitigationStated: true, mitigation: 'pull by digest.' })
    expect(without?.mitigationStated).toBe(false)
  })

  it('reads several numbers on one line, and no version, address, amount or passed check', () => {
    const text = `Docker-bench findings
* 1.2.3, 1.2.4 and 1.2.5 - audit rules
* 2.17a / 2.17b no new privileges
[PASS] 5.4 no privileged containers
The engine was 20.10.7 on 10.20.0.17, run for 2.5 minutes.
[FAIL] 5.10 memory is limited (Automated)
Before: FAIL, after: PASS
[FAIL] 5.28 pids limit: still open, compose 1.29 ignores it
`
    expect(read(text).findings.map(({ id, fixed }) => `${id} ${fixed}`)).toEqual([
      '1.2.3 null',
      '1.2.4 null',
      '1.2.5 null',
      '2.17a null',
      '2.17b null',
      '5.10 true',
      '5.28 false',
    ])
  })

  it('keeps checks of the other benchmark apart', () => {
    const text =
      '[FAIL] 2.5 Insecure registries are not used\nkube-bench, control plane\n[FAIL] 2.5 --peer-client-cert-auth is true\n'
    expect(read(text).findings.map(({ framework, id }) => `${framework} ${id}`)).toEqual([
      'cis-docker 2.5',
      'cis-kubernetes 2.5',
    ])
  })

  it('reads nothing from code', () => {
    const text = `${list}\n\`\`\`bash\n# 4. Spoofing: no threat\n[FAIL] 5.10 none either\n\`\`\`\n`
    expect(read(text).findings).toEqual([])
    expect(short(text)).toHaveLength(3)
  })

  it('says why nothing can be read from an empty or binary file', () => {
    expect(read('')).toMatchObject({ lineCount: 0, unassigned: [], unreadable: 'The file is empty.' })
    expect(read('\n \n').unreadable).toBe('The file is empty.')
    const binary = read(
      `\ufffdPNG\r\n\u0000\u0001\u0002\u0000${'\ufffd\u0000'.repeat(50)}\n[FAIL] 5.10 Docker\n`,
    )
    expect(binary.findings).toEqual([])
    expect(binary.unassigned).toHaveLength(3)
  })

  it('has every line that is not blank in an item, a section or the list of the rest', () => {
    const words = [
      'Docker Threat Modeling',
      'Kubernetes',
      '1. Spoofing: x y z',
      '- ',
      '[FAIL] 5.10 memory',
      '',
      '```',
      'Mitigation: do it',
      '| a | b |',
      '====',
      'References',
      'https://a.example/b',
      '\u0000',
      '__proto__',
      '**Tampering**',
      '> quoted',
      '(1)\tDenial of Service',
      'some words here',
      '<script>',
      '# STRIDE stands for',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('\n')
        const { threats, findings, sections, unassigned, references } = read(text)
        const seen = new Set([...unassigned, ...references.map(({ line }) => line)])
        for (const { firstLine, lastLine } of [...threats, ...findings, ...sections])
          for (let line = firstLine; line <= lastLine; line++) seen.add(line)
        const lost = text
          .split('\n')
          .flatMap((line, at) =>
            line.replace(/[\s\ufeff]/g, '') !== '' && !seen.has(at + 1) ? [at + 1] : [],
          )
        expect(lost).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
