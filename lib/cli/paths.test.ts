import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '@/lib/cli/run'
import { zipOf } from '@/lib/testing/zip-of'

async function bulkhead(...args: string[]) {
  const printed: string[] = []
  const complained: string[] = []
  const code = await run(args, {
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
  })
  return { code, printed: printed.join('\n'), complained }
}

const data = (text: string) => new TextEncoder().encode(text)

/** A folder with the given files, by their paths. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-cli-'))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: a, image: "a:1", securityContext: { privileged: true } }] }\n`
const hadolint = readFileSync('lib/importers/scans/hadolint/__fixtures__/report.json', 'utf8')
const dockle = readFileSync('lib/importers/scans/dockle/__fixtures__/report.json', 'utf8')

const scans = zipOf([
  { name: 'out/hadolint.json', data: data(hadolint) },
  { name: 'out/notes.txt', data: data('nothing\n') },
  { name: 'out/dockle.json', data: data(dockle) },
])

describe('bulkhead scan', () => {
  it('reads every scan of an archive, and prints each under its path', async () => {
    const folder = folderWith({ 'scans.zip': scans })
    const { code, printed, complained } = await bulkhead('scan', path.join(folder, 'scans.zip'))
    expect({ code, complained }).toEqual({ code: 0, complained: [] })
    expect(printed.match(/^out\/.*:$/gm)).toEqual(['out/hadolint.json:', 'out/dockle.json:'])
  })

  it('prints one object for a file and a list for an archive, with the same checks', async () => {
    const folder = folderWith({ 'scans.zip': scans, 'hadolint.json': hadolint })
    const one = JSON.parse((await bulkhead('scan', path.join(folder, 'hadolint.json'), '--json')).printed)
    const all = JSON.parse((await bulkhead('scan', path.join(folder, 'scans.zip'), '--json')).printed)
    expect(all).toHaveLength(2)
    expect(all[0]).toEqual({ path: 'out/hadolint.json', ...one })
    expect(one.checks.length).toBeGreaterThan(0)
  })

  it('keeps the limits of the server: a bomb in an archive is refused, and the rest is read', async () => {
    const bomb = { name: 'out/bomb.json', data: new Uint8Array(30_000_000) }
    const archive = zipOf([bomb, { name: 'out/hadolint.json', data: data(hadolint) }])
    const { code, printed, complained } = await bulkhead('scan', path.join(folderWith({ a: archive }), 'a'))
    expect(code).toBe(2)
    expect(printed).toContain('out/hadolint.json:')
    expect(complained).toEqual([expect.stringMatching(/^out\/bomb\.json: .*times larger/)])
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['an archive without scans', zipOf([{ name: 'a.txt', data: data('x') }]), /No file of this archive/],
    ['a damaged archive', scans.slice(0, 200), /damaged/],
    ['an archive of another kind', new Uint8Array([0x1f, 0x8b, 8, 0, 0]), /unpack it first/],
    ['bytes that are no text', new Uint8Array([0x61, 0xff, 0x62]), /Save it as UTF-8/],
    ['an empty file', new Uint8Array(0), /empty/],
  ])('answers %s with a sentence', async (_, bytes, sentence) => {
    const { code, printed, complained } = await bulkhead('scan', path.join(folderWith({ f: bytes }), 'f'))
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
    expect(complained).toEqual([expect.stringMatching(sentence)])
  })
})

describe('bulkhead analyze', () => {
  it('reads an archive like the folder that it was made of', async () => {
    const folder = folderWith({
      'k8s/pod.yaml': pod('a'),
      'k8s.zip': zipOf([{ name: 'k8s/pod.yaml', data: data(pod('a')) }]),
    })
    const ofFolder = await bulkhead('analyze', path.join(folder, 'k8s'))
    const ofArchive = await bulkhead('analyze', path.join(folder, 'k8s.zip'))
    expect(ofArchive).toEqual(ofFolder)
    expect(ofFolder).toMatchObject({ code: 0, complained: [] })
    expect(JSON.parse(ofFolder.printed).verdicts.length).toBeGreaterThan(0)
  })

  it('reads several paths at once, and tells folders of one name apart', async () => {
    const folder = folderWith({ 'a/k8s/pod.yaml': pod('a'), 'b/k8s/pod.yaml': pod('b') })
    const paths = ['a/k8s', 'b/k8s', 'a/k8s'].map((name) => path.join(folder, name))
    const { code, printed, complained } = await bulkhead('import', '--json', ...paths)
    expect({ code, complained }).toEqual({ code: 0, complained: [] })
    const { components, files } = JSON.parse(printed)
    expect(components.filter(({ type }: { type: string }) => type === 'pod')).toHaveLength(2)
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['a/k8s/pod.yaml', 'b/k8s/pod.yaml'])
  })

  it('follows a link that is named, as the one who named it means', async () => {
    const folder = folderWith({ 'k8s/pod.yaml': pod('a') })
    symlinkSync(path.join(folder, 'k8s'), path.join(folder, 'link'))
    expect(await bulkhead('analyze', path.join(folder, 'link'))).toMatchObject({ code: 0, complained: [] })
  })

  it.each<[string, Readonly<Record<string, string>>, string[], RegExp[]]>([
    ['a path that is not there', {}, ['no.yaml'], [/no\.yaml: There is no such file or folder\. Check/]],
    ['an empty folder', {}, ['.'], [/nothing here that declares a system\. Name manifests/]],
    ['a scan alone', { 'h.json': hadolint }, ['h.json'], [/^h\.json: .*Run "bulkhead scan h\.json"\.$/]],
    [
      'a broken file among good ones',
      { 'good.yaml': pod('a'), 'compose.yaml': 'services:\n  a: [\n' },
      ['good.yaml', 'compose.yaml', 'gone'],
      [/gone: There is no such/, /^compose\.yaml:3: .*never closed\.$/],
    ],
  ])('answers %s with a sentence and the code 2', async (_, files, names, sentences) => {
    const folder = folderWith(files)
    const { code, complained } = await bulkhead('analyze', ...names.map((name) => path.join(folder, name)))
    expect(code).toBe(2)
    expect(complained).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)))
  })
})
