import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { becomeOwner } from '@/e2e/bench/become-owner'
import { printTable } from '@/e2e/bench/table'
import { Client } from '@/e2e/client'
import { KillableBrowser } from '@/e2e/killable-browser'
import { OwnServer } from '@/e2e/own-server'

// Browsers that are killed while somebody edits without network: what is there when they come back.

const ROUNDS = Number(process.env.KILLED_BROWSERS ?? 20)
const EDITS = 4

const server = await OwnServer.onFreePort({ LOG_LEVEL: 'warn' })
const token = (await server.start()).join('\n').match(/token=(\S+)/)?.[1] ?? ''
const cookie = await becomeOwner(server.origin, token)
const client = new Client(server.origin, cookie)

async function open(context: BrowserContext, id: string): Promise<Page> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: server.origin }])
  const page = await context.newPage()
  await page.goto(`${server.origin}/models/${id}/history`)
  await page.getByRole('heading', { name: 'Changes' }).waitFor({ timeout: 120_000 })
  return page
}

async function rename(page: Page, name: string): Promise<number> {
  await page.getByRole('button', { name: 'Model settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Model settings' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Save settings' }).click()
  return Date.now()
}

const rows: string[][] = []
let oldestLost = 0
try {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const id = await client.createModel('edit-0')
    const browser = new KillableBrowser()
    try {
      const context = await browser.start()
      const page = await open(context, id)
      // The dialog comes when it is asked for or when there is nothing else to do: here it has come.
      await page.getByRole('button', { name: 'Model settings' }).click()
      await page.getByRole('dialog', { name: 'Model settings' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await context.setOffline(true)
      const madeAt: number[] = []
      for (let edit = 1; edit <= EDITS; edit += 1) {
        madeAt.push(await rename(page, `edit-${edit}`))
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
      // From at once to half a second after the last one.
      await wait((round * 131) % 500)
      const killedAt = Date.now()
      await browser.kill()
      const again = await open(await browser.start(), id)
      await again.getByText('Saved', { exact: true }).first().waitFor({ timeout: 60_000 })
      const { document } = await client.getModel(id)
      const kept = Number(document.meta.name.replace('edit-', ''))
      const lostAges = madeAt.slice(kept).map((at) => killedAt - at)
      oldestLost = Math.max(oldestLost, ...lostAges)
      rows.push([
        String(round),
        `${kept} of ${EDITS}`,
        String(killedAt - (madeAt.at(-1) ?? 0)),
        lostAges.length > 0 ? String(Math.max(...lostAges)) : '',
      ])
    } finally {
      await browser.end()
    }
  }
} finally {
  await server.kill()
}
printTable(['round', 'edits kept', 'ms from the last edit to the kill', 'ms, oldest edit lost'], rows)
console.log(
  `\n${rows.length} browsers killed. The oldest edit that was lost was made ${oldestLost} ms before the kill.`,
)
