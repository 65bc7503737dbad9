import { chromium, type Page } from '@playwright/test'
import { generateModel } from '@/e2e/bench/generate-model'
import { printTable } from '@/e2e/bench/table'
import { OwnServer } from '@/e2e/own-server'
import { setUp } from '@/e2e/owner'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { writeModelFile } from '@/lib/model/model-file'
import config from '@/playwright.config'

// Frames of the real page on the production build while somebody pans and drags, and what script it loads. Build first:
// npm start, or npm test -- e2e.

/** Runs in the page: notes how long each frame takes until it is told to stop. */
function watchFrames(): void {
  const frames: number[] = []
  let last = performance.now()
  const tick = (now: number) => {
    frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  Object.assign(window, { frames })
}

async function pan(page: Page): Promise<number[]> {
  const box = await page.getByRole('application').or(page.locator('.react-flow')).first().boundingBox()
  if (!box) throw new Error('There is no drawing to pan.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(watchFrames)
  for (let round = 0; round < 6; round++) {
    // On a boundary's ground or the pane; wheel pans whatever lies below the pointer.
    for (let step = 0; step < 30; step++) {
      await page.mouse.move(x, y)
      await page.mouse.wheel(round % 2 === 0 ? 24 : -24, round % 3 === 0 ? 18 : -9)
    }
  }
  return page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(2))
}

/** Takes a card in reading size around, slowly enough that every frame has something to do. */
async function drag(page: Page): Promise<number[]> {
  await page.getByRole('combobox', { name: 'Find a component' }).fill('h0-c4')
  await page.keyboard.press('Enter')
  const card = page.locator('.react-flow__node[data-id="h0-c4"]')
  await card.waitFor()
  await page.waitForTimeout(1_000)
  const box = await card.boundingBox()
  if (!box) throw new Error('There is no card to drag.')
  const [x, y] = [box.x + 60, box.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 4, y + 4)
  await page.evaluate(watchFrames)
  for (let step = 0; step < 180; step++) {
    const turn = step / 12
    await page.mouse.move(x + Math.sin(turn) * 160, y + Math.cos(turn) * 110)
  }
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(2))
  await page.mouse.move(x, y)
  await page.mouse.up()
  return frames
}

const framesPerSecond = (frames: readonly number[]) =>
  (1000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0)

/** Kilobytes of script as they come over the line, for a browser that has nothing yet. */
async function scriptOf(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(address)
  await page.locator('.react-flow__node').first().waitFor()
  await page.waitForTimeout(3_000)
  await session.detach()
  return bytes / 1000
}

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number

const server = await OwnServer.onFreePort()
const browser = await chromium.launch(config.use?.launchOptions)
try {
  const link = (await server.start()).join('\n').match(/http\S+\/setup\S+/)?.[0] ?? ''
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await setUp(page, link)
  const { hash } = openRepositoryCatalogue()
  const rows: (string | number)[][] = []
  const scripts: (string | number)[][] = []
  for (const size of [200, 1_000, 3_000, 10_000]) {
    const text = writeModelFile(generateModel(size, hash))
    const made = await page.request.post(`${server.origin}/api/models`, {
      headers: { Origin: server.origin },
      data: { name: `Bench ${size}`, from: { kind: 'file', text } },
    })
    const { id } = (await made.json()) as { id: string }
    const canvas = `${server.origin}/models/${id}/canvas`
    await page.goto(canvas)
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await page.locator('.react-flow__node').first().waitFor()
    await page.waitForTimeout(3_000)
    const start = performance.now()
    await page.goto(canvas)
    await page.locator('.react-flow__node').first().waitFor()
    const ready = performance.now() - start
    const frames = (await pan(page)).sort((a, b) => a - b)
    const dragged = (await drag(page)).sort((a, b) => a - b)
    rows.push([
      size.toLocaleString('en'),
      ready,
      framesPerSecond(frames),
      at(frames, 0.95),
      framesPerSecond(dragged),
      at(dragged, 0.95),
    ])
    if (size === 200) scripts.push(['editor page', await scriptOf(page, canvas)])
  }
  printTable(['components', 'first card, ms', 'pan, fps', 'pan p95, ms', 'drag, fps', 'drag p95, ms'], rows)
  printTable(['page', 'script, kB gz'], scripts)
} finally {
  await browser.close()
  await server.kill()
}
