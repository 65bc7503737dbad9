import { chromium } from '@playwright/test'
import { becomeOwner } from '@/e2e/bench/become-owner'
import { generateModel } from '@/e2e/bench/generate-model'
import { printTable } from '@/e2e/bench/table'
import { Client } from '@/e2e/client'
import { OwnServer } from '@/e2e/own-server'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { writeModelFile } from '@/lib/model/model-file'
import config from '@/playwright.config'

// The list of models of a large workspace: what the server takes for it, and when a browser shows it and what is searched.

const ROUNDS = 7
const server = await OwnServer.onFreePort({ LOG_LEVEL: 'warn' })
const cookie = await becomeOwner(
  server.origin,
  (await server.start()).join('\n').match(/token=(\S+)/)?.[1] ?? '',
)
const client = new Client(server.origin, cookie)
const text = writeModelFile(generateModel(20, openRepositoryCatalogue().hash))

const median = async (task: () => Promise<unknown>) => {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now()
    await task()
    if (round > 0) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] as number
}

const browser = await chromium.launch(config.use?.launchOptions)
try {
  const context = await browser.newContext()
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: server.origin }])
  const page = await context.newPage()
  const rows: (string | number)[][] = []
  let made = 0
  for (const count of [10, 100, 1_000]) {
    for (; made < count; made++)
      await client.json('POST', '/api/models', { name: `Model ${made}`, from: { kind: 'file', text } })
    const newest = page.getByRole('link', { name: `Model ${count - 1}`, exact: true })
    // The first looks count threats, some models at a time.
    for (let looks = 0; looks < count / 40 + 1; looks++) await client.send('GET', '/models')
    const answer = await median(() => client.send('GET', '/models'))
    const shown = await median(async () => {
      await page.goto(`${server.origin}/models`)
      await newest.waitFor()
    })
    const search = page.getByRole('searchbox', { name: 'Search models' })
    const status = page.getByRole('status')
    const found = await median(async () => {
      await search.fill(`Model ${count - 1}`)
      await status.filter({ hasText: ' of ' }).first().waitFor()
      await search.fill('')
      await status
        .filter({ hasText: /^\d+ models$/ })
        .first()
        .waitFor()
    })
    rows.push([count.toLocaleString('en'), answer, shown, found])
  }
  printTable(['models', 'answer of the server, ms', 'list in the browser, ms', 'search and back, ms'], rows)
} finally {
  await browser.close()
  await server.kill()
}
