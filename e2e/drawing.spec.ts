import type { Page } from '@playwright/test'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'

// Drawing by hand: once without a mouse, once with little else.

test.use({ storageState: ownerState })

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()

async function openCanvas(page: Page, id: string): Promise<void> {
  await page.goto(`/models/${id}/canvas`)
  await expect(page.getByRole('searchbox', { name: 'Find a type to add' })).toBeVisible()
}

/** Adds a component by keys: inside what is selected where that may hold it. */
async function add(page: Page, type: string, name: string): Promise<void> {
  await page.keyboard.press('a')
  await expect(page.getByRole('searchbox', { name: 'Find a type to add' })).toBeFocused()
  await page.keyboard.type(type)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^New name of/ })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('.react-flow__node', { hasText: name }).last()).toBeFocused()
}

async function connect(page: Page, from: string, to: string): Promise<void> {
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Find a component' })).toBeFocused()
  await page.keyboard.type(from)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: from, exact: true })).toBeAttached()
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: `Connect ${from}` })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

test('a threat model is made, and a threat decided, by keyboard alone', async ({ page, baseURL }) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('By keyboard')
  await openCanvas(page, id)

  await test.step('five components in two boundaries', async () => {
    await add(page, 'container host', 'Server')
    await add(page, 'bridge network', 'Backend')
    await add(page, 'container', 'web')
    await add(page, 'container', 'store')
    await page.keyboard.press('Escape')
    await add(page, 'end user', 'Visitor')
    await saved(page)
    const { document } = await client.getModel(id)
    const byName = Object.fromEntries(Object.values(document.components).map((each) => [each.name, each]))
    expect(Object.keys(byName).sort()).toEqual(['Backend', 'Server', 'Visitor', 'store', 'web'])
    expect(byName.Backend?.zoneIds).toEqual([byName.Server?.id])
    expect(byName.web?.zoneIds).toEqual([byName.Backend?.id])
    expect(byName.store?.zoneIds).toEqual([byName.Backend?.id])
    expect(byName.Visitor?.parentId).toBeUndefined()
  })

  await test.step('data flows among them, one of them answered for', async () => {
    await connect(page, 'Visitor', 'web')
    await connect(page, 'web', 'store')
    await page.keyboard.press('e')
    await expect(page.getByRole('tab', { name: 'Data flow' })).toBeFocused()
    await saved(page)
    const { document } = await client.getModel(id)
    const nameOf = (component: string) => document.components[component]?.name
    const flows = Object.values(document.flows).map(({ from, to }) => [nameOf(from), nameOf(to)])
    expect(flows).toHaveLength(2)
    expect(flows).toEqual(
      expect.arrayContaining([
        ['Visitor', 'web'],
        ['web', 'store'],
      ]),
    )
  })

  await test.step('undo says what it takes back, also after a reload', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: 'Undo Connect web to store' })).toBeEnabled()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('button', { name: 'Redo Connect web to store' })).toBeEnabled()
    await page.keyboard.press('Control+Shift+z')
    await expect(page.getByRole('button', { name: 'Undo Connect web to store' })).toBeEnabled()
    await saved(page)
  })

  await test.step('a decision', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search models and pages' })).toBeFocused()
    await page.keyboard.type('this model threats')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/threats')
    await expect(page.getByRole('treegrid')).toBeVisible()
    const dialog = page.getByRole('dialog', { name: /^Decide/ })
    // The first line may be a heading, which has nothing to decide.
    await expect(async () => {
      await page.keyboard.press('j')
      await page.keyboard.press('e')
      await expect(dialog).toBeVisible({ timeout: 3000 })
    }).toPass()
    await expect(dialog.getByRole('radio', { name: 'Mitigated' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await saved(page)
    const { document } = await client.getModel(id)
    expect(Object.values(document.decisions).map(({ status }) => status)).toContain('mitigated')
  })
})

test('a mouse drags out of the palette, into boundaries, and from one component to another', async ({
  page,
  baseURL,
}) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('By mouse')
  const component = (own: string, type: string, name: string) => ({
    type: 'add-component' as const,
    component: { id: own, type, name, zoneIds: [], facts: {}, tags: [] },
  })
  const place = (componentId: string, x: number, y: number, size = {}) => ({
    type: 'place' as const,
    viewId: 'main',
    componentId,
    value: { x, y, ...size },
    was: null,
  })
  await client.edit(id, [
    component('host', 'docker-host', 'Server'),
    component('web', 'container', 'web'),
    component('user', 'end-user', 'Visitor'),
    place('host', 0, 0, { width: 420, height: 300 }),
    place('web', 20, 340),
    place('user', 260, 340),
  ])
  await openCanvas(page, id)
  const card = (own: string) => page.locator(`.react-flow__node[data-id="${own}"]`)
  const middle = async (own: string) => {
    const box = await card(own).boundingBox()
    if (!box) throw new Error(`${own} is not drawn.`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 })
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.mouse.up()
  }

  await test.step('dropped into a boundary, a component is in it; what may not stand there stays where it was', async () => {
    await drag(await middle('web'), await middle('host'))
    await expect(page.getByRole('button', { name: 'Undo Move web into Server' })).toBeEnabled()
    const before = await middle('user')
    await drag(before, await middle('host'))
    await expect(page.getByText('cannot stand inside “Server”').first()).toBeVisible()
    expect(await middle('user')).toEqual(before)
  })

  await test.step('a handle dragged onto another component makes a data flow', async () => {
    await card('user').click()
    const handle = page.locator('[data-connect="top"]')
    const box = await handle.boundingBox()
    if (!box) throw new Error('There is no handle.')
    await drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, await middle('web'))
    await expect(page.getByRole('button', { name: 'Undo Connect Visitor to web' })).toBeEnabled()
  })

  await test.step('a type dragged out of the palette becomes a component where it is dropped', async () => {
    const type = page
      .getByRole('region', { name: 'Palette' })
      .getByRole('button', { name: 'Volume', exact: true })
    const box = await card('host').boundingBox()
    if (!box) throw new Error('The boundary is not drawn.')
    await type.dragTo(card('host'), { targetPosition: { x: box.width / 2, y: box.height - 20 }, force: true })
    await expect(page.getByRole('textbox', { name: /^New name of Volume/ })).toBeFocused()
    await page.keyboard.press('Enter')
  })

  await saved(page)
  const { document } = await client.getModel(id)
  const volume = Object.values(document.components).find(({ type }) => type === 'docker-volume')
  expect(volume).toMatchObject({ parentId: 'host', zoneIds: ['host'] })
  expect(document.components.web).toMatchObject({ parentId: 'host', zoneIds: ['host'] })
  expect(document.components.user?.parentId).toBeUndefined()
  expect(Object.values(document.flows)).toMatchObject([{ from: 'user', to: 'web' }])
})
