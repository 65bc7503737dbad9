import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { OwnServer } from '@/e2e/own-server'
import { setUp } from '@/e2e/owner'

// From what the catalogue says to an own threat that a model is looked at with, without a line of YAML. On a server of
// its own, because own entries change what every model of a workspace is looked at with.

const compose = `name: ledger
services:
  books:
    image: example/books:1.0
    privileged: true
    networks: [inside]
  desk:
    image: example/desk:1.0
    networks: [inside]
networks: { inside: }
`

test('an own threat is built by choosing, tried on a model, saved and taken over by an update', async ({
  page,
}) => {
  const server = await OwnServer.onFreePort()
  try {
    const link = (await server.start()).join('\n').match(/http\S+\/setup\S+/)?.[0] ?? ''
    await setUp(page, link)
    const { origin } = new URL(link)
    await journey(page, origin)
  } finally {
    await server.kill()
  }
})

async function journey(page: Page, origin: string): Promise<void> {
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'ledger.yaml', mimeType: 'application/yaml', buffer: Buffer.from(compose) })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Import \d+ / })
    .click()
  await page.waitForURL('**/canvas')
  const model = page.url().replace(/\/canvas.*/, '')

  await test.step('an entry is found while typing, and says when it is raised and where it stands', async () => {
    await page.goto(`${origin}/catalogue`)
    await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('privileg')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Privileged container owns the host/ })
      .first()
      .click()
    await expect(page.getByRole('region', { name: 'When it is raised' })).toContainText('Raised when')
    await expect(page.getByRole('region', { name: 'In your models' })).toContainText('ledger')
  })

  await test.step('a condition is put together and read back in words', async () => {
    await page.goto(`${origin}/catalogue/own/threats/new`)
    const form = page.getByRole('form', { name: 'Own threat' })
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByLabel('Title')).toBeFocused()
    await expect(form.getByLabel('Title')).toHaveAccessibleDescription('Give the threat a title.')
    await form.getByLabel('Title').fill('Ledger can be rewritten')
    await form.getByLabel('Description').fill('Whoever is in the container rewrites the books.')
    await form.getByRole('checkbox', { name: 'Tampering' }).check()
    await form.getByLabel('Why this likely and this bad').fill('The books are all there is.')
    await form.getByLabel('On components or data flows of these types').selectOption('container')
    await form.getByRole('button', { name: 'Add a fact' }).first().click()
    await form.getByRole('combobox', { name: 'Raised when, part 1: fact' }).selectOption('privileged')
    await expect(form.getByText('Raised when Privileged is yes.', { exact: false })).toBeVisible()
    await form.getByRole('button', { name: 'Add a fact' }).last().click()
    await form.getByRole('combobox', { name: 'Countered when, part 1: fact' }).selectOption('privileged')
    await form.getByRole('combobox', { name: 'Countered when, part 1: value' }).selectOption('no')
    await form.getByLabel('What counters it').selectOption({ index: 1 })
    await form.getByRole('button', { name: 'Try it on your models' }).click()
    const preview = form.getByRole('region', { name: 'What it would do' })
    await preview.locator('summary').filter({ hasText: 'ledger' }).click()
    await expect(preview).toContainText('Ledger can be rewritten, books: not there → raised')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/catalogue/own')
    await expect(page.getByRole('link', { name: 'Ledger can be rewritten' })).toBeVisible()
  })

  await test.step('the update shows what it changes before it does', async () => {
    await page.getByRole('link', { name: 'Updates' }).click()
    const main = page.getByRole('main')
    await expect(main.getByText('ledger', { exact: true })).toBeVisible()
    await main.getByRole('button', { name: /^Move \d+ model/ }).click()
    await expect(page.getByText('Every model is on the newest catalogue')).toBeVisible()
  })

  await test.step('the model has the threat, with its risk as a sum', async () => {
    await page.goto(`${model}/threats?q=rewritten`)
    await page
      .getByRole('row', { name: /Ledger can be rewritten/ })
      .first()
      .click()
    await expect(page.getByRole('article').getByRole('region', { name: 'Risk' })).toContainText(
      'Inherent risk',
    )
  })

  await test.step('one answer settles a question for both containers', async () => {
    await page.getByRole('link', { name: 'Questions' }).click()
    await page.getByText('One by one', { exact: true }).click()
    const card = page
      .getByRole('article')
      .filter({ hasText: 'counts for all 2 alike' })
      .filter({ has: page.getByRole('radio', { name: 'Yes' }) })
      .first()
    const heading = (await card.getByRole('heading').first().textContent()) ?? ''
    await card.getByRole('radio', { name: 'Yes' }).first().click()
    await expect(page.getByText(/^Answered\./).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: heading, exact: true })).toHaveCount(0)
  })
}
