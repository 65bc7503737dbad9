import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { KillableBrowser } from '@/e2e/killable-browser'
import { ownerState } from '@/e2e/owner'

test.use({ storageState: ownerState })

const files = [{ path: 'compose.yaml', text: 'services: { web: { image: "nginx:1.27" } }\n' }]

async function renameModel(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Model settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Model settings' })
  await settings.getByLabel('Name').fill(name)
  await settings.getByRole('button', { name: 'Save settings' }).click()
  await expect(settings).toBeHidden()
}

test('two people work on one model: by invitation, seeing each other, with a history that is undone', async ({
  page,
  browser,
  baseURL,
}) => {
  const id = await Client.owner(baseURL ?? '').createModel('Quay')
  await page.goto('/workspace/members')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('For whom').fill('Grace')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = (await page.getByLabel('Invitation link').textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()

  const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const grace = await theirs.newPage()
  await grace.goto(link)
  await grace.getByLabel('Your name').fill('grace-hopper')
  await grace.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await grace.getByRole('button', { name: 'Make account and join' }).click()
  await grace.waitForURL('**/models')

  await page.goto(`/models/${id}/history`)
  await grace.goto(`/models/${id}/history`)
  await expect(page.getByRole('button', { name: 'Also here: grace-hopper' })).toBeVisible()
  await renameModel(grace, 'Quay wall')
  // Without a reload: the page asked for what others did.
  await expect(page.getByRole('heading', { level: 1, name: 'Quay wall' })).toBeVisible()
  const change = page.getByRole('listitem').filter({ hasText: 'Renames the model to “Quay wall”' })
  await expect(change.first()).toContainText('grace-hopper')

  await page.getByRole('button', { name: 'Keep a version' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('First review')
  await page.getByRole('button', { name: 'Keep version' }).click()
  await expect(page.getByRole('link', { name: 'First review' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo change 2' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quay', exact: true })).toBeVisible()
  await expect(grace.getByRole('heading', { level: 1, name: 'Quay', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'First review' }).click()
  await expect(page.getByRole('heading', { name: 'Threat model: Quay wall' })).toBeVisible()
  await page.getByRole('link', { name: 'Compare with now' }).click()
  await expect(page.getByRole('region', { name: 'Model', exact: true })).toContainText('Name')

  await page.goto('/workspace/members')
  const row = page.getByRole('listitem').filter({ hasText: 'grace-hopper' }).first()
  await row.getByRole('combobox', { name: 'Role of grace-hopper' }).selectOption('viewer')
  await expect(page.getByText('grace-hopper is now viewer.').first()).toBeVisible()
  await grace.goto(`/models/${id}/history`)
  await expect(grace.getByRole('heading', { name: 'Changes' })).toBeVisible()
  await expect(grace.getByRole('button', { name: 'Keep a version' })).toBeHidden()
  await theirs.close()
})

test('a deleted model is restored', async ({ page, baseURL }) => {
  const id = await Client.owner(baseURL ?? '').createModel('Slipway of old')
  await page.goto('/models')
  await page.getByRole('button', { name: 'More for Slipway of old' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete model' }).click()
  await expect(page.getByRole('link', { name: 'Slipway of old' })).toBeHidden()
  await page.getByRole('link', { name: 'Deleted models' }).click()
  await page.getByRole('button', { name: 'Restore Slipway of old' }).click()
  await expect(page.getByRole('button', { name: 'Restore Slipway of old' })).toBeHidden()
  await page.goto(`/models/${id}/history`)
  await expect(page.getByRole('heading', { level: 1, name: 'Slipway of old' })).toBeVisible()
})

test('an archived model is read and not changed, until it is brought back', async ({ page, baseURL }) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('Mole of old')
  await client.importFiles(id, files)
  await page.goto('/models')
  await page.getByRole('button', { name: 'More for Mole of old' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByRole('link', { name: 'Mole of old' })).toBeHidden()

  await page.goto(`/models/${id}/canvas`)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await expect(page.getByText('Archived', { exact: true })).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeHidden()
  await expect(page.getByRole('searchbox', { name: 'Find a type to add' })).toBeHidden()

  await page.goto('/models')
  await page.getByText(/^Archived \d/).click()
  await page.getByRole('button', { name: 'More for Mole of old' }).click()
  await page.getByRole('menuitem', { name: 'Bring back' }).click()
  await page.goto(`/models/${id}/canvas`)
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible()
})

test('an edit outlives a browser that is killed before it could be sent', async ({ baseURL }) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('Pier')
  await client.importFiles(id, files)
  const { cookies } = JSON.parse(readFileSync(ownerState, 'utf8'))
  const browser = new KillableBrowser()
  try {
    const before = await browser.start()
    await before.addCookies(cookies)
    const page = await before.newPage()
    await page.goto(`${baseURL}/models/${id}/report`)
    await expect(page.getByRole('heading', { name: 'Download' })).toBeVisible()
    // The dialog comes when it is asked for or when there is nothing else to do: here it has come.
    await page.getByRole('button', { name: 'Model settings' }).click()
    await expect(page.getByRole('dialog', { name: 'Model settings' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Model settings' })).toBeHidden()
    await before.setOffline(true)
    await renameModel(page, 'Pier of stone')
    await expect(page.getByText('Offline, 1 edit kept here').first()).toBeVisible()
    await browser.kill()
    expect((await client.getModel(id)).document.meta.name).toBe('Pier')

    const after = await browser.start()
    await after.addCookies(cookies)
    const again = await after.newPage()
    await again.goto(`${baseURL}/models/${id}/report`)
    await expect(again.getByRole('heading', { level: 1, name: 'Pier of stone' })).toBeVisible()
    await expect.poll(async () => (await client.getModel(id)).document.meta.name).toBe('Pier of stone')
  } finally {
    await browser.end()
  }
})
