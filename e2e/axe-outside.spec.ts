import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '@/e2e/accessible'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'
import { readingRoom } from '@/e2e/reading-room'

// What stands outside of the work: the pages of those who are signed out, and those that nobody wants to see.

// axe puts its own script into the page, which our content security policy refuses as it should.
test.use({ bypassCSP: true })

test.describe('signed out', () => {
  test('the pages of accounts are accessible, wide and on a phone', async ({ page }) => {
    const pages = [
      ['/sign-in', 'Sign in'],
      ['/setup?token=spent', 'This link no longer works'],
      ['/reset?token=spent', 'This link no longer works'],
      ['/join?token=spent', 'This link no longer works'],
      ['/enrol?token=spent', 'This link no longer works'],
    ] as const
    for (const [address, heading] of pages) {
      await page.goto(address)
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
      await expectAccessible(page, address)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, `${address} on a phone`)
      await expectNoSidewaysScroll(page, address)
      await page.setViewportSize({ width: 1280, height: 720 })
    }
  })
})

test.describe('pages that nobody wants', () => {
  test.use({ storageState: ownerState, expectedErrors: [/status of 404|broken on purpose/] })

  const check = async (page: Page, state: string) => {
    await expectAccessible(page, state)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, `${state} on a phone`)
    await expectNoSidewaysScroll(page, state)
  }

  test('an address that leads nowhere is accessible', async ({ page }) => {
    await page.goto('/models/none/canvas')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await check(page, 'not found')
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto('/nowhere')
    await check(page, 'not found outside of models')
  })

  test('a page that fails is accessible', async ({ page, baseURL }) => {
    const client = Client.owner(baseURL ?? '')
    const id = await client.createModel('Failing room')
    await client.importFiles(id, readingRoom)
    await page.addInitScript(() => {
      window.ResizeObserver = class {
        constructor() {
          throw new Error('broken on purpose')
        }
      } as unknown as typeof ResizeObserver
    })
    await page.goto(`/models/${id}/threats`)
    await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
    await check(page, 'page that failed')
  })
})
