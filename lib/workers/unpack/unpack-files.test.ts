import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ZipPart, zipOf } from '@/lib/testing/zip-of'
import type { UnpackLimits } from '@/lib/workers/unpack/open-zip'
import { unpackFiles } from '@/lib/workers/unpack/unpack-files'

const MB = 1024 * 1024
const limits: UnpackLimits = { packedBytes: 10 * MB, unpackedBytes: 50 * MB, files: 500, ratio: 200 }
const data = (text: string) => new TextEncoder().encode(text)
const good: ZipPart = { name: 'shop/compose.yaml', data: data('services: {}\n') }

const open = (parts: readonly ZipPart[], some: Partial<UnpackLimits> = {}) =>
  unpackFiles([{ path: 'shop.zip', bytes: zipOf(parts) }], { ...limits, ...some })

it.each(['Dockerfile.node', 'web/Dockerfile.php', 'Containerfile.rs'])(
  'a file named after what it builds is no source: %s',
  async (path) => {
    const given = [path, 'main.php'].map((name) => ({ path: name, bytes: data('FROM a\n') }))
    const { files, passedOver } = await unpackFiles(given, limits)
    expect(files.map((file) => file.path)).toEqual([path])
    expect(passedOver.map(({ file }) => file)).toEqual(['main.php'])
  },
)

describe('an archive', () => {
  it('gives its files with their paths, as if their folder had been dropped', async () => {
    const other = { name: 'shop/web/Dockerfile', data: data('FROM a\n'), method: 0 }
    expect(await open([good, { name: 'shop/', data: data('') }, other])).toEqual({
      files: [
        { path: 'shop/compose.yaml', text: 'services: {}\n' },
        { path: 'shop/web/Dockerfile', text: 'FROM a\n' },
      ],
      refused: [],
      passedOver: [],
      archives: new Map([
        ['shop/compose.yaml', 'shop.zip'],
        ['shop/web/Dockerfile', 'shop.zip'],
      ]),
    })
  })

  it('gives its own name to files that lie in no common folder', async () => {
    const { files } = await open([
      { name: 'compose.yaml', data: data('a') },
      { name: 'web\\Dockerfile', data: data('b') },
    ])
    expect(files.map(({ path }) => path)).toEqual(['shop/compose.yaml', 'shop/web/Dockerfile'])
  })

  it('is known by its first bytes and not by its name', async () => {
    const { files } = await unpackFiles([{ path: 'upload', bytes: zipOf([good]) }], limits)
    expect(files).toHaveLength(1)
  })

  it('passes over what declares no system', async () => {
    const { files, passedOver } = await open([
      good,
      { name: 'shop/photo.png', data: data('x') },
      { name: 'shop/node_modules/a/compose.yaml', data: data('x') },
      { name: 'shop/blob', data: new Uint8Array([1, 0, 2]) },
    ])
    expect(files).toHaveLength(1)
    expect(passedOver.map(({ file }) => file)).toEqual([
      'shop/blob',
      'shop/photo.png',
      'shop/node_modules/a/compose.yaml',
    ])
  })
})

const big = data('a: b\n'.repeat(600_000))

/** Parts that must not come in, and what is said of each. */
const bad: readonly (readonly [name: string, part: ZipPart, says: string])[] = [
  ['a bomb', { name: 'shop/bomb.yaml', data: new Uint8Array(30 * MB) }, 'times larger'],
  [
    'a bomb that claims to be small',
    { name: 'shop/bomb.yaml', data: new Uint8Array(30 * MB), size: 100 },
    'damaged',
  ],
  ['a size that is not true', { name: 'shop/a.yaml', data: data('a: 1'), size: 5000 }, 'damaged'],
  ['a size beyond all limits', { name: 'shop/a.yaml', data: data('a: 1'), size: 0xfffffffe }, 'times larger'],
  ['a way up', { name: 'shop/../../etc/passwd', data: data('x') }, 'leads out'],
  ['a way up with backslashes', { name: 'shop\\..\\..\\x.yaml', data: data('x') }, 'leads out'],
  ['a path from the root', { name: '/etc/compose.yaml', data: data('x') }, 'leads out'],
  ['a drive', { name: 'C:/compose.yaml', data: data('x') }, 'leads out'],
  ['a link', { name: 'shop/link.yaml', data: data('/etc/passwd'), mode: 0o120777 }, 'link'],
  ['a device', { name: 'shop/tty', data: data(''), mode: 0o020666 }, 'link'],
  ['an encrypted file', { name: 'shop/a.yaml', data: data('x'), flags: 0x801 }, 'encrypted'],
  ['another way of packing', { name: 'shop/a.yaml', data: data('x'), method: 14 }, 'packed in a way'],
  ['a wrong checksum', { name: 'shop/a.yaml', data: data('x'), crc: 1 }, 'checksum'],
  ['an archive inside', { name: 'shop/inner.yaml', data: zipOf([good]) }, 'archive inside'],
  [
    'a packed file inside',
    { name: 'shop/inner.gz.yaml', data: new Uint8Array([0x1f, 0x8b, 8]) },
    'archive inside',
  ],
  ['bytes that are no text', { name: 'shop/a.yaml', data: new Uint8Array([0x61, 0xff, 0x62]) }, 'UTF-8'],
  ['an offset to nowhere', { name: 'shop/a.yaml', data: data('x'), offset: 999_999 }, 'damaged'],
]

describe('what must not come in', () => {
  it.each(bad)('%s is refused with a sentence, and nothing else is lost', async (_name, part, says) => {
    const { files, refused } = await open([good, part])
    expect(files.map(({ text }) => text)).toEqual(['services: {}\n'])
    expect(refused).toEqual([{ file: expect.any(String), sentence: expect.stringContaining(says) }])
  })

  it.each([
    ['an archive that is cut off', zipOf([good]).slice(0, 60)],
    ['one without an end', zipOf([good]).slice(0, -22)],
    ['one in parts', new Uint8Array([0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4])],
    ['one with a list of nothing', zipOf([good], 60_000)],
    ['an empty one', zipOf([])],
    ['another kind', new Uint8Array([0x1f, 0x8b, 8, 0, 0])],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])],
  ])('%s gets a sentence', async (_name, bytes) => {
    const { refused } = await unpackFiles([{ path: 'x', bytes }], limits)
    expect(refused.length).toBeGreaterThan(0)
    for (const { sentence } of refused) expect(sentence).toMatch(/\.$/)
  })

  it('parts that overlap are taken for a bomb', async () => {
    const part = { name: 'a.yaml', data: big, offset: 0 }
    const { files, refused } = await open(
      [part, { ...part, name: 'b.yaml' }, { ...part, name: 'c.yaml' }].map((one, at) =>
        at === 0 ? one : { ...one, packedSize: 4 * MB },
      ),
    )
    expect(files).toEqual([])
    expect(refused.map(({ sentence }) => sentence).join()).toContain('overlap')
  })

  it('an archive with the sizes of a very large one is damaged', async () => {
    const bytes = zipOf([{ ...good, size: 0xffffffff, packedSize: 0xffffffff }])
    const { files, refused } = await unpackFiles([{ path: 'x.zip', bytes }], limits)
    expect(files).toEqual([])
    expect(refused).toHaveLength(1)
  })
})

describe('limits', () => {
  it('hold for what is packed, unpacked and counted, each with a sentence', async () => {
    const parts = Array.from({ length: 8 }, (_, at) => ({ name: `s/${at}.yaml`, data: data(`a: ${at}`) }))
    expect((await open(parts, { packedBytes: 100 })).refused[0]?.sentence).toContain('larger than 100 bytes')
    const few = await open(parts, { files: 3 })
    expect([few.files.length, few.refused]).toEqual([
      3,
      [{ file: 'shop.zip', sentence: expect.stringContaining('5 files') }],
    ])
    const small = await open(parts, { unpackedBytes: 10 })
    expect([small.files.length, small.refused.length]).toEqual([2, 6])
  })

  it('leave the likely declarations in', async () => {
    const notes = Array.from({ length: 5 }, (_, at) => ({ name: `s/${at}.txt`, data: data('x') }))
    const { files } = await open([...notes, { name: 's/Dockerfile', data: data('FROM a') }], { files: 2 })
    expect(files.map(({ path }) => path)).toEqual(['s/0.txt', 's/Dockerfile'])
  })

  it('hold for files that are not packed, too', async () => {
    const given = Array.from({ length: 4 }, (_, at) => ({ path: `${at}.yaml`, text: 'a: 1' }))
    const { files, refused } = await unpackFiles(given, { ...limits, files: 2 })
    expect([files.length, refused.length]).toEqual([2, 2])
  })
})

describe('texts', () => {
  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61]],
    ['UTF-16, low byte first', [0xff, 0xfe, 0x61, 0]],
    ['UTF-16, high byte first', [0xfe, 0xff, 0, 0x61]],
  ])('of %s are decoded', async (_name, bytes) => {
    const { files } = await unpackFiles([{ path: 'a.yaml', bytes: new Uint8Array(bytes) }], limits)
    expect(files).toEqual([{ path: 'a.yaml', text: 'a' }])
  })

  it('of UTF-16 without a mark are decoded, and bytes with NUL here and there stay bytes', async () => {
    const text = 'kind: Pod # as a shell wrote it'
    const wide = new Uint8Array(Buffer.from(text, 'utf16le'))
    expect((await unpackFiles([{ path: 'a.yaml', bytes: wide }], limits)).files).toEqual([
      { path: 'a.yaml', text },
    ])
    const binary = new Uint8Array(Buffer.from('k\0i\0n\0d\0:\0\0P\0o\0d\0 and more'))
    expect((await unpackFiles([{ path: 'a.yaml', bytes: binary }], limits)).files).toEqual([])
  })
})

describe('any bytes at all', () => {
  const whole = zipOf([
    good,
    ...bad.slice(4, 12).map(([, part]) => part),
    { name: 'shop/b.yaml', data: data('b: 2') },
  ])
  it('are answered, and what comes out is what went in', async () => {
    const cut = fc.record({
      at: fc.nat(whole.length - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
      end: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
        let bytes = whole.slice()
        for (const { at, bytes: put, end } of cuts) {
          if (end) bytes = bytes.slice(0, at)
          else bytes.set(put.slice(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
        }
        const { files, refused, passedOver } = await unpackFiles([{ path: 'x.zip', bytes }], limits)
        expect(files.length + refused.length + passedOver.length).toBeGreaterThan(0)
        for (const { path } of files) expect(path).not.toMatch(/(^|\/)\.\.(\/|$)|^\//)
      }),
      { numRuns: 400 },
    )
  })
})
