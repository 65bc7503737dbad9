import { describe, expect, it } from 'vitest'
import { readUpload } from '@/lib/services/edges/read-upload'

async function formSource(files: [name: string, content: BlobPart][], extra: [string, string][] = []) {
  const form = new FormData()
  for (const [name, content] of files) form.append('files', new File([content], name))
  for (const [name, content] of extra) form.append(name, content)
  return new Request('http://localhost/', { method: 'POST', body: form })
}

const jsonSource = (value: unknown) =>
  new Request('http://localhost/', {
    method: 'POST',
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
  })

describe('readUpload', () => {
  it('reads the files of a form with their paths', async () => {
    const request = await formSource([
      ['shop/compose.yaml', 'services: {}\n'],
      ['shop\\.env', 'A=1'],
    ])
    expect(await readUpload(request, 10_000)).toEqual({
      ok: true,
      value: {
        files: [
          { path: 'shop/compose.yaml', bytes: new TextEncoder().encode('services: {}\n') },
          { path: 'shop/.env', bytes: new TextEncoder().encode('A=1') },
        ],
        beside: [],
      },
    })
  })

  it('reads files from JSON', async () => {
    const files = [{ path: 'compose.yaml', text: 'services: {}\n' }]
    expect(await readUpload(jsonSource({ files }), 10_000)).toEqual({
      ok: true,
      value: { files, beside: [] },
    })
  })

  it('takes a file that is not text as it is', async () => {
    const request = await formSource([
      ['logo.png', new Uint8Array([0x89, 0x50, 0xff, 0xfe])],
      ['compose.yaml', 'services: {}'],
    ])
    expect(await readUpload(request, 10_000)).toMatchObject({
      ok: true,
      value: { files: [{ path: 'logo.png' }, { path: 'compose.yaml' }] },
    })
  })

  it.each([
    ['no files', { files: [] }],
    ['a path that is a number', { files: [{ path: 1, text: '' }] }],
    ['more than asked for', { files: [{ path: 'a', text: '', mode: 'x' }] }],
    ['an array', []],
  ])('refuses %s', async (_what, value) => {
    expect(await readUpload(jsonSource(value), 10_000)).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('refuses a form without a file, a damaged one and another media type', async () => {
    expect(await readUpload(await formSource([], [['files', 'text']]), 10_000)).toMatchObject({
      code: 'invalid',
    })
    const damaged = new Request('http://localhost/', {
      method: 'POST',
      body: '--x\r\nnonsense',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(await readUpload(damaged, 10_000)).toMatchObject({ code: 'invalid' })
    const plain = new Request('http://localhost/', { method: 'POST', body: 'services: {}' })
    expect(await readUpload(plain, 10_000)).toMatchObject({ code: 'unsupported' })
  })

  it('refuses an upload above the limit', async () => {
    const request = await formSource([['compose.yaml', 'x'.repeat(20_000)]])
    expect(await readUpload(request, 10_000)).toMatchObject({ code: 'too-large' })
  })
})
