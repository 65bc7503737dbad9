import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'

// Menus, dialogs and the palette are loaded when somebody starts to use a page. On a slow line they are asked for first.

test.use({ storageState: ownerState })

test('what is asked for before it has been loaded opens when it comes, and takes the keys meanwhile', async ({
  page,
  baseURL,
}) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('Slow line')
  await client.importFiles(id, [
    { path: 'compose.yaml', text: 'name: slow\nservices: { web: { image: "nginx:1.27" } }\n' },
  ])
  await page.goto(`/models/${id}/canvas`)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  const held: (() => void)[] = []
  let isHeld = true
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })

  const trigger = page.getByRole('button', { name: 'Edit', exact: true })
  await trigger.focus()
  await page.keyboard.press('ArrowDown')
  await expect(trigger).toHaveAttribute('aria-expanded', 'true')
  // Selecting everything is a key of the drawing: it is not meant for it now.
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('menu')).toHaveCount(0)
  isHeld = false
  for (const go of held) go()
  await expect(page.getByRole('menu')).toBeVisible()
  await expect(page.locator('[role="menuitem"]:not([aria-disabled="true"])').first()).toBeFocused()
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(trigger).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Search models and pages' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(trigger).toBeFocused()
})

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] })

  test('what cannot be loaded is said, and opens when it is asked for again', async ({ page, baseURL }) => {
    const id = await Client.owner(baseURL ?? '').createModel('Cut line')
    await page.goto(`/models/${id}/canvas`)
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
    await page.route('**/_next/static/chunks/*.js', (route) => route.abort())
    const trigger = page.getByRole('button', { name: 'Theme' })
    await trigger.click()
    await expect(page.getByText('This part of the page could not be loaded.')).toBeVisible()
    await expect(trigger).toHaveAttribute('aria-expanded', 'false')
    await page.unroute('**/_next/static/chunks/*.js')
    await trigger.click()
    await expect(page.getByRole('menu')).toBeVisible()
  })
})
