import path from 'node:path'
import type { Page } from '@playwright/test'

export const owner = { name: 'ada', password: 'correct horse battery' }

/** Where the signed-in browser of the owner is kept for the journeys: `test.use({ storageState: ownerState })`. */
export const ownerState = path.join(process.env.E2E_DATA_DIR ?? '', 'owner.json')

/** Opens the one-time link and makes the owner of the workspace; ends on the list of models. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.waitForURL('**/models')
}
