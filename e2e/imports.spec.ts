import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'
import { zipOf } from '@/lib/testing/zip-of'

test.use({ storageState: ownerState })

// A project as a zip: Compose file, Dockerfile, sources, and a part that must not come in.

const bytes = (text: string) => new TextEncoder().encode(text)

const compose = (dockerfile: string) => ({
  name: 'kiosk.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipOf([
      {
        name: 'kiosk/compose.yaml',
        data: bytes('services:\n  till:\n    build: ./till\n    ports: ["8080:80"]\n'),
      },
      { name: 'kiosk/till/Dockerfile', data: bytes(dockerfile) },
      { name: 'kiosk/till/app.py', data: bytes('print("sold")\n') },
      { name: 'kiosk/../../outside.yaml', data: bytes('a: 1\n') },
    ]),
  ),
})

async function planOf(page: Page, file: ReturnType<typeof compose>) {
  await page.getByLabel('Files to import').setInputFiles(file)
  const plan = page.getByRole('dialog')
  await expect(plan.getByRole('heading', { name: 'Import kiosk.zip' })).toBeVisible()
  return plan
}

test('a zip is planned file by file, committed, and planned again with what changed', async ({ page }) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await page.goto('/models')

  await test.step('the plan tells of each file, and of the threats', async () => {
    const plan = await planOf(page, compose('FROM python:3.13-slim\nCOPY . /app\nUSER root\n'))
    await expect(plan.getByRole('row', { name: /kiosk\/compose\.yaml Docker Compose/ })).toBeVisible()
    await expect(plan.getByRole('row', { name: /kiosk\/till\/Dockerfile Dockerfile/ })).toBeVisible()
    await expect(plan.getByText('leads out of the archive').first()).toBeVisible()
    await expect(plan.getByText('Threats newly raised')).toBeVisible()
    await plan.getByRole('button', { name: /^Import \d+ components/ }).click()
    await page.waitForURL('**/canvas')
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  })

  await test.step('the drawing was laid out in a worker', () => {
    expect(workers.length).toBeGreaterThan(0)
  })

  await test.step('the same project with another user changes that one fact', async () => {
    const plan = await planOf(page, compose('FROM python:3.13-slim\nCOPY . /app\nUSER 1000\n'))
    await expect(plan.getByText('User setting')).toBeVisible()
    await expect(plan.getByText('Threats now countered')).toBeVisible()
    await plan.getByRole('button', { name: 'Update 1 component' }).click()
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  })

  await test.step('and once more changes nothing', async () => {
    const plan = await planOf(page, compose('FROM python:3.13-slim\nCOPY . /app\nUSER 1000\n'))
    await expect(plan.getByText('There is nothing to import')).toBeVisible()
    await plan.getByRole('button', { name: 'Close' }).last().click()
    await expect(plan).toBeHidden()
  })
})
