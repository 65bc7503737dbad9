import { expect, startLines, test } from '@/e2e/fixtures'
import { ownerState, setUp } from '@/e2e/owner'

test('the one-time link makes the owner, once', async ({ page }) => {
  const link =
    startLines()
      .find((line) => line.includes('/setup?token='))
      ?.match(/http\S+/)?.[0] ?? ''
  await setUp(page, link)
  await expect(page.getByRole('link', { name: 'Shop (sample)' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Harbour (sample)' })).toBeVisible()
  await page.context().storageState({ path: ownerState })
  await page.goto(link)
  await expect(page.getByText('This link no longer works')).toBeVisible()
})
