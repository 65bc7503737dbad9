import { chromium, type Page } from '@playwright/test'
import { generateModel } from '@/e2e/bench/generate-model'
import { printTable } from '@/e2e/bench/table'
import { OwnServer } from '@/e2e/own-server'
import { setUp } from '@/e2e/owner'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { writeModelFile } from '@/lib/model/model-file'
import config from '@/playwright.config'

// Frames of the real page on the production build while somebody pans. Build first: npm start, or npm test -- e2e.

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
  for (const size of [200, 1_000, 3_000]) {
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
    rows.push([size.toLocaleString('en'), ready, at(frames, 0.5), at(frames, 0.95), frames.length])
  }
  printTable(['components', 'first card, ms', 'pan median, ms', 'pan p95, ms', 'frames'], rows)
} finally {
  await browser.close()
  await server.kill()
}
