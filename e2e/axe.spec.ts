import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '@/e2e/accessible'
import { after, before, quay } from '@/e2e/bench-log'
import { Client } from '@/e2e/client'
import { fillCourse, makeAssignment, makeCourse, submissionOf, takeIn } from '@/e2e/coursework'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'
import { readingRoom } from '@/e2e/reading-room'

// Every page and main state for people who use a keyboard, a screen reader or strong contrast; light and dark.

// axe puts its own script into the page, which our content security policy refuses as it should.
test.use({ bypassCSP: true })

// Many pages and nothing shared but what each worker makes for itself: so they need not wait for each other.
test.describe.configure({ mode: 'parallel' })

test.describe('signed in', () => {
  test.use({ storageState: ownerState })
  let id: string

  test.beforeAll(async ({ baseURL }) => {
    const client = Client.owner(baseURL ?? '')
    id = await client.createModel('Reading room')
    await client.importFiles(id, readingRoom)
  })

  test('the list of models and the dialog for a new one are accessible', async ({ page }) => {
    await page.goto('/models')
    await expect(page.getByRole('link', { name: 'Reading room' }).first()).toBeVisible()
    await expectAccessible(page, 'list of models')
    await page.getByRole('button', { name: 'New model' }).click()
    await expect(page.getByRole('dialog', { name: 'New model' })).toBeVisible()
    await expectAccessible(page, 'dialog for a new model')
  })

  test('the plan of an import is accessible', async ({ page }) => {
    await page.goto(`/models/${id}/canvas`)
    await page.getByLabel('Files to import').setInputFiles([
      {
        name: 'compose.yaml',
        mimeType: 'application/yaml',
        buffer: Buffer.from(
          'name: reading-room\nservices: { web: { image: "nginx:1.28", frobnicate: yes }, new: { image: busybox } }\n',
        ),
      },
      { name: 'broken.yaml', mimeType: 'application/yaml', buffer: Buffer.from('services: [') },
    ])
    await expect(page.getByRole('dialog')).toContainText('No longer in the files')
    await expectAccessible(page, 'plan of an import')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'plan of an import on a phone')
    await expectNoSidewaysScroll(page, 'plan of an import')
  })

  test('the drawing, its inspector and its list are accessible', async ({ page }) => {
    await page.goto(`/models/${id}/canvas`)
    const inspector = page.getByRole('region', { name: 'Inspector' })
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    await expectAccessible(page, 'drawing')
    await page.getByRole('combobox', { name: 'Find a component' }).fill('agent')
    await page
      .getByRole('option', { name: /^agent/ })
      .first()
      .click()
    await expect(inspector.getByRole('tab', { name: 'Component' })).toHaveAttribute('aria-selected', 'true')
    await expectAccessible(page, 'facts of a component')
    await inspector.getByRole('tab', { name: /^Threats/ }).click()
    await expectAccessible(page, 'threats of a component')
    await page.getByText('List', { exact: true }).click()
    await expect(page.getByRole('treegrid', { name: 'Components and data flows' })).toBeVisible()
    await expectAccessible(page, 'list of components')
  })

  test('what one draws with is accessible', async ({ page }) => {
    await page.goto(`/models/${id}/canvas`)
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    const find = async (name: string) => {
      await page.getByRole('combobox', { name: 'Find a component' }).fill(name)
      await page
        .getByRole('option', { name: new RegExp(`^${name}`) })
        .first()
        .click()
      await page.locator('.react-flow__node.selected').first().focus()
    }
    const dialogs = [
      ['c', /^Connect/],
      ['m', /^Move agent into/],
      ['b', /^Boundaries of/],
      ['v', 'New view'],
      ['d', 'Data assets'],
      ['?', 'Keys'],
    ] as const
    await find('agent')
    for (const [key, name] of dialogs) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await expectAccessible(page, `dialog ${name}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await page.locator('.react-flow__node.selected').first().click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible(page, 'menu of a component')
    await page.keyboard.press('Escape')
    await page.locator('.react-flow__node.selected').first().focus()
    await page.keyboard.press('Control+a')
    await expect(page.getByRole('heading', { name: /selected$/ })).toBeVisible()
    await expectAccessible(page, 'several selected')
    await page.keyboard.press('Escape')
    await find('agent')
    await page.getByRole('region', { name: 'Inspector' }).getByText('Data flows', { exact: true }).click()
    await page
      .getByRole('region', { name: 'Inspector' })
      .getByRole('listitem')
      .getByRole('button')
      .last()
      .click()
    await expect(page.getByRole('tab', { name: 'Data flow' })).toBeVisible()
    await expectAccessible(page, 'facts of a data flow')
  })

  test('an empty drawing is accessible', async ({ page, baseURL }) => {
    const empty = await Client.owner(baseURL ?? '').createModel('Empty room')
    await page.goto(`/models/${empty}/canvas`)
    await expect(page.getByRole('heading', { name: 'Nothing is drawn yet' })).toBeVisible()
    await expectAccessible(page, 'empty drawing')
  })

  test('the threats and their dialogs are accessible', async ({ page }) => {
    await page.goto(`/models/${id}/threats`)
    const row = page.getByRole('row', { name: /privileged/i }).first()
    await expect(row).toBeVisible()
    await expectAccessible(page, 'list of threats')
    await row.click()
    await expect(page.getByRole('article')).toBeVisible()
    await expectAccessible(page, 'an open threat')
    await row.getByRole('checkbox').check()
    await page
      .getByRole('region', { name: 'Selected threats' })
      .getByRole('button', { name: 'Decide' })
      .click()
    await expect(page.getByRole('dialog', { name: /^Decide/ })).toBeVisible()
    await expectAccessible(page, 'dialog to decide')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Add a threat' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a threat' })
    await dialog.getByLabel('Component or data flow').selectOption({ index: 1 })
    await expectAccessible(page, 'dialog to add a threat')
    await dialog.getByText('One of my own').click()
    await dialog.getByRole('button', { name: 'Add this threat' }).click()
    await expect(dialog.getByText('Give the threat a title.')).toBeVisible()
    await expectAccessible(page, 'form of an own threat with mistakes')
  })

  test('the views of the threats are accessible, wide and on a phone', async ({ page }) => {
    const views = [
      ['focus', 'Do first'],
      ['questions', 'would settle'],
      ['coverage', 'with threats'],
      ['controls', 'ids have entries'],
    ] as const
    for (const [view, words] of views) {
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.goto(`/models/${id}/threats/${view}`)
      await expect(page.getByRole('main').getByText(words, { exact: false }).first()).toBeVisible()
      await expectAccessible(page, view)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, `${view} on a phone`)
      await expectNoSidewaysScroll(page, view)
    }
  })

  test('the pages of the catalogue are accessible, wide and on a phone', async ({ page }) => {
    const pages = [
      ['/catalogue', 'entries'],
      ['/catalogue/threats/D-E-01', 'When it is raised'],
      ['/catalogue/types/container', 'What can be known of it'],
      ['/catalogue/controls', 'ids have entries'],
      ['/catalogue/own', 'Switched off'],
      ['/catalogue/own/threats/new', 'When it is raised'],
      ['/catalogue/updates', 'catalogue'],
    ] as const
    for (const [address, words] of pages) {
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.goto(address)
      await expect(page.getByRole('main').getByText(words, { exact: false }).first()).toBeVisible()
      await expectAccessible(page, address)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, `${address} on a phone`)
      await expectNoSidewaysScroll(page, address)
    }
  })

  test('the pages of coursework are accessible, wide and on a phone', async ({ page, browser }) => {
    const check = async (at: Page, state: string) => {
      await expectAccessible(at, state)
      await at.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(at, `${state} on a phone`)
      await expectNoSidewaysScroll(at, state)
      await at.setViewportSize({ width: 1280, height: 720 })
    }
    await makeCourse(page, 'Reading course')
    const link = await fillCourse(page, 'Reading course')
    await check(page, 'people of a course')
    await page.goto('/coursework')
    await check(page, 'courses')
    const base = await makeAssignment(page, 'Reading course', false)
    await takeIn(page)
    await check(page, 'intake')
    const pages = [
      ['works', 'Maud Wren'],
      ['results', 'Feedback and marks'],
      ['similarity', 'were compared'],
      ['rubric', 'Looked for automatically'],
      ['settings', 'Comments to use again'],
    ] as const
    for (const [part, words] of pages) {
      await page.goto(`${base}/${part}`)
      await expect(page.getByRole('main').getByText(words, { exact: false }).first()).toBeVisible()
      await check(page, part)
    }
    await page.goto(`${base}/similarity`)
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page.getByRole('button', { name: 'Mark as fine' })).toBeVisible()
    await check(page, 'pair of works')
    await page.goto(`${base}/works`)
    await page.getByRole('link', { name: 'Maud Wren' }).click()
    await expect(page.getByText('0 of 13 marked')).toBeVisible()
    await check(page, 'review by the rubric')
    await page.getByText('Items', { exact: false }).first().click()
    await page
      .getByRole('region', { name: /^Threat on line/ })
      .first()
      .getByRole('button')
      .first()
      .click()
    await page.getByRole('button', { name: /^Line 3/ }).click()
    await check(page, 'review of the items')

    const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] }, bypassCSP: true })
    const student = await theirs.newPage()
    await student.goto(link)
    await expect(student.getByRole('heading', { name: 'Join Reading course' })).toBeVisible()
    await check(student, 'link into a course')
    await student.getByLabel('Your name').fill('iris-owl')
    await student.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await student.getByRole('button', { name: 'Make account and join' }).click()
    await student.waitForURL('**/coursework')
    await student.getByRole('link', { name: 'Hardened microservices environment' }).click()
    await student.getByLabel('Text', { exact: true }).fill(submissionOf('iris'))
    await student.getByRole('button', { name: 'Check before handing in' }).click()
    await expect(student.getByText('10 threats and 3 findings were found')).toBeVisible()
    await check(student, 'own work')
    await theirs.close()
  })

  test('the report and the settings of a model are accessible', async ({ page }) => {
    await page.goto(`/models/${id}/report`)
    await expect(page.getByRole('heading', { name: 'Download' })).toBeVisible()
    await expectAccessible(page, 'report')
    await page.getByRole('button', { name: 'Model settings' }).click()
    await expect(page.getByRole('dialog', { name: 'Model settings' })).toBeVisible()
    await expectAccessible(page, 'settings of a model')
  })

  test('the findings are accessible: none, many, open, unplaced and compared, wide and on a phone', async ({
    page,
    baseURL,
  }) => {
    const client = Client.owner(baseURL ?? '')
    const quayId = await client.createModel('Quay')
    await client.importFiles(quayId, [{ path: 'compose.yaml', text: quay }])
    const held = async (state: string) => {
      await expectAccessible(page, state)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, `${state} on a phone`)
      await expectNoSidewaysScroll(page, state)
      await page.setViewportSize({ width: 1280, height: 720 })
    }
    const take = (name: string, text: string) =>
      page
        .getByLabel('Scans to import')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.goto(`/models/${quayId}/findings`)
    await expect(page.getByText('No scan has been imported')).toBeVisible()
    await held('findings, none')
    await take('bench.log', before)
    const list = page.getByRole('region', { name: 'Findings', exact: true })
    await list.getByRole('button', { name: 'agent', exact: true }).click()
    await expect(page.getByRole('article', { name: 'Container is not privileged' })).toBeVisible()
    await held('findings, one open')
    await page.getByRole('button', { name: 'Close the finding' }).click()
    await held('findings')
    await page.getByRole('button', { name: '1 not placed' }).click()
    await expect(page.getByRole('dialog', { name: 'Not placed' })).toBeVisible()
    await held('what could not be placed')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^What it teaches/ }).click()
    await expect(page.getByRole('dialog', { name: 'What run 1 teaches' })).toBeVisible()
    await held('what a run teaches')
    await page.keyboard.press('Escape')
    await take('bench-again.log', after)
    await page.getByText('Before and after', { exact: true }).click()
    await expect(page.getByText('Fixed 2', { exact: true })).toBeVisible()
    await held('before and after')
  })

  test('the pages about people are accessible, wide and on a phone', async ({ page }) => {
    const pages = [
      ['/workspace/members', 'Invitations'],
      ['/workspace/settings', 'Your workspaces'],
      ['/workspace/account', 'Where you are signed in'],
    ] as const
    for (const [address, heading] of pages) {
      await page.goto(address)
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
      await expectAccessible(page, address)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, `${address} on a phone`)
      await expectNoSidewaysScroll(page, address)
      await page.setViewportSize({ width: 1280, height: 720 })
    }
    await page.goto('/workspace/members')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
    await expect(dialog.getByLabel('For whom')).toBeVisible()
    await expectAccessible(page, 'dialog to invite')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.getByLabel('Invitation link')).toBeVisible()
    await expectAccessible(page, 'link of an invitation')
  })

  test('the main pages are accessible on a phone and do not scroll sideways', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const check = async (state: string) => {
      await expectAccessible(page, `${state} on a phone`)
      await expectNoSidewaysScroll(page, state)
    }
    await page.goto('/models')
    await expect(page.getByRole('link', { name: 'Reading room' }).first()).toBeVisible()
    await check('list of models')
    await page.goto(`/models/${id}/canvas`)
    await expect(page.getByRole('treegrid', { name: 'Components and data flows' })).toBeVisible()
    await check('list of components')
    await page.getByRole('row', { name: /agent/ }).first().click()
    await expect(page.getByRole('dialog', { name: 'Inspector' })).toBeVisible()
    await check('inspector')
    await page.keyboard.press('Escape')
    await page.getByText('Drawing', { exact: true }).click()
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    await check('drawing')
    await page.goto(`/models/${id}/threats`)
    const row = page.getByRole('row', { name: /privileged/i }).first()
    await expect(row).toBeVisible()
    await check('list of threats')
    await row.click()
    await expect(page.getByRole('article')).toBeVisible()
    await check('an open threat')
    await page.goto(`/models/${id}/report`)
    await expect(page.getByRole('heading', { name: 'Download' })).toBeVisible()
    await check('report')
  })
})
