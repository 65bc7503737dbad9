import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { composeOfPayloads, payloads } from '@/e2e/hostile-names'
import { ownerState } from '@/e2e/owner'

// Names and words that would run, lead away or draw something if any page or file took them for more than text.

test.use({ storageState: ownerState })
const name = `Names <script>alert("model")</script> ${randomUUID().slice(0, 8)}`
let client: Client
let id: string

test.beforeAll(async ({ baseURL }) => {
  client = Client.owner(baseURL ?? '')
  id = await client.createModel(name)
  await client.importFiles(id, [{ path: 'compose.yaml', text: composeOfPayloads() }])
  const { document } = await client.getModel(id)
  const containers = Object.values(document.components).filter(({ type }) => type === 'container')
  const stamp = { by: 'ada', at: new Date().toISOString() }
  await client.edit(
    id,
    Object.values(payloads).flatMap((payload, index) => {
      const attachmentId = `own-${index}`
      const elementId = containers[index % containers.length]?.id ?? ''
      const own = {
        title: `Own ${payload}`,
        description: payload,
        stride: ['T' as const],
        likelihood: 5,
        impact: 5,
      }
      const decision = { status: 'accepted' as const, reason: `Because ${payload}`, owner: payload }
      const of = { threatId: attachmentId, elementId }
      return [
        {
          type: 'attach' as const,
          attachment: { id: attachmentId, elementId, own: { ...own, mitigationIds: [] }, ...stamp },
        },
        {
          type: 'decide' as const,
          ...of,
          value: { ...of, ...decision, fingerprint: 'f', ...stamp },
          was: null,
        },
      ]
    }),
  )
  await client.edit(id, [
    { type: 'set-meta', field: 'scope', value: Object.values(payloads).join('\n'), was: null },
    { type: 'set-meta', field: 'owner', value: payloads.image, was: null },
  ])
})

/** Grows when something that came in as a name runs, or asks another server for something. */
function watchForDeeds(page: Page): string[] {
  const deeds: string[] = []
  page.on('dialog', (dialog) => {
    deeds.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => deeds.push(`window: ${popup.url()}`))
  page.on('request', (request) => {
    if (new URL(request.url()).hostname.endsWith('evil.example')) deeds.push(`request: ${request.url()}`)
  })
  return deeds
}

/** Elements and attributes that only markup in a name can have made. */
async function expectOnlyText(page: Page, where: string): Promise<void> {
  const made = await page.evaluate(() => {
    const isOdd = (each: Element) =>
      [...each.attributes].some(
        ({ name, value }) =>
          /^on/i.test(name) ||
          (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^\s*javascript:/i.test(value)),
      ) ||
      (each.tagName === 'A' && new URL((each as HTMLAnchorElement).href).origin !== location.origin) ||
      (each.tagName === 'IMG' && !/^(\/|data:image\/svg)/.test(each.getAttribute('src') ?? '')) ||
      (each.tagName === 'SCRIPT' && /^alert/.test(each.textContent ?? ''))
    return [...document.querySelectorAll('*')].filter(isOdd).map((each) => each.outerHTML.slice(0, 200))
  })
  expect(made, `elements on ${where}`).toEqual([])
}

test('every page shows such names as the text that they are, and nothing of them runs', async ({ page }) => {
  const deeds = watchForDeeds(page)
  const visible = (text: string) => expect(page.getByText(text, { exact: true }).first()).toBeVisible()

  await page.goto('/models')
  await visible(name)
  await expectOnlyText(page, 'the list of models')

  await page.goto(`/models/${id}/canvas`)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await expectOnlyText(page, 'the canvas')
  const inspector = page.getByRole('region', { name: 'Inspector' })
  for (const payload of Object.values(payloads)) {
    await page.getByRole('combobox', { name: 'Find a component' }).fill(payload)
    await page.getByRole('option').filter({ hasText: payload }).first().click()
    await expect(inspector).toContainText(payload)
    await expectOnlyText(page, `the inspector of ${payload}`)
  }
  await page.getByText('List', { exact: true }).click()
  await visible(payloads.image)
  await expectOnlyText(page, 'the list of components')

  for (const payload of Object.values(payloads)) {
    const key = `own-${Object.values(payloads).indexOf(payload)}`
    await page.goto(`/models/${id}/threats?q=${encodeURIComponent(`Own ${payload}`)}`)
    await page
      .getByRole('row')
      .filter({ hasText: `Own ${payload}` })
      .first()
      .click()
    await expect(page.getByRole('article'), key).toContainText(`Own ${payload}`)
    await expect(page.getByRole('article').getByLabel('Reason')).toHaveValue(`Because ${payload}`)
    await expectOnlyText(page, `the threat ${payload}`)
  }

  await page.goto(`/models/${id}/report`)
  for (const payload of Object.values(payloads)) await expect(page.locator('article')).toContainText(payload)
  await expectOnlyText(page, 'the report')
  expect(deeds).toEqual([])
})

const report = (format: string) => client.send('GET', `/api/models/${id}/report?format=${format}`)

test('every format is a file to save, which no browser shows or guesses at', async () => {
  for (const format of ['markdown', 'svg', 'csv', 'json', 'model']) {
    const { status, headers, text } = await report(format)
    expect(status, format).toBe(200)
    expect(headers['content-disposition'], format).toMatch(
      /^attachment; filename="[\w .-]+"; filename\*=UTF-8''[\w.%~!-]+$/,
    )
    expect(headers['content-security-policy'], format).toContain('sandbox')
    expect(headers['x-content-type-options'], format).toBe('nosniff')
    expect(text.length, format).toBeGreaterThan(1000)
  }
})

type Node = { type: string; value?: string; url?: string; lang?: string | null; children?: Node[] }
const below = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(below)]

test('the Markdown report holds no markup, link, picture or diagram line that a name brought in', async () => {
  const { text } = await report('markdown')
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const nodes = below(tree as Node)
  const html = nodes.filter(({ type }) => type === 'html').map(({ value }) => value ?? '')
  expect(html.filter((value) => !/^<\/?a( id="[a-z0-9-]+")?>(<\/a>)?$/.test(value))).toEqual([])
  const kinds = nodes.filter(({ type }) => type === 'image' || type === 'imageReference')
  expect(kinds).toEqual([])
  const links = nodes.filter(({ type, url = '' }) => type === 'link' && /javascript|evil/.test(url))
  expect(links).toEqual([])
  // A parser splits what looks like an address off; joined again it is the name, to the letter.
  const words = nodes
    .flatMap(({ type, value }) => (type === 'text' || type === 'inlineCode' ? [value] : []))
    .join('')
  for (const payload of Object.values(payloads)) expect(words).toContain(payload)
  const [mermaid] = nodes.filter(({ lang }) => lang === 'mermaid')
  const lines = mermaid?.value?.split('\n') ?? []
  expect(lines.length).toBeGreaterThan(20)
  for (const line of lines) {
    expect(line).not.toMatch(/^\s*(click|callback|href|%%)/)
    const labels = line.replace(/"[^"]*"/g, '')
    expect(labels, line).not.toMatch(/alert|evil|["`%;]/)
    expect(line).not.toMatch(/<(?!br\/>|-->|==>)/)
  }
})

test('the drawing is SVG without scripts, handlers or addresses, and does nothing when it is opened', async ({
  page,
}, testInfo) => {
  const deeds = watchForDeeds(page)
  const { text } = await report('svg')
  const file = testInfo.outputPath('drawing.svg')
  writeFileSync(file, text)
  await page.goto(`file://${file}`)
  const found = await page.evaluate(() => ({
    root: document.documentElement.tagName,
    tags: [...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName))],
    attributes: [...document.querySelectorAll('*')]
      .flatMap((each) => [...each.attributes])
      .filter(({ name, value }) => /^on|href$/i.test(name) || /javascript:|url\(\s*["']?[^#"']/i.test(value))
      .map(({ name, value }) => `${name}=${value}`),
    text: document.documentElement.textContent ?? '',
  }))
  expect(found.root).toBe('svg')
  expect(
    found.tags.filter((tag) => /^(script|foreignObject|image|a|iframe|animate|set)$/i.test(tag)),
  ).toEqual([])
  expect(found.attributes).toEqual([])
  expect(found.text).toContain('<script>')
  expect(deeds).toEqual([])
})

test('no cell of the table is a formula', async () => {
  const { text } = await report('csv')
  expect(text).toContain('HYPERLINK')
  const cells = text.split(/\r?\n/).flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
  expect(cells.filter((cell) => /^"?[=+@\t]/.test(cell) || /^"?-\D/.test(cell))).toEqual([])
})
