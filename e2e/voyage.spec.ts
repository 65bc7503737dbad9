import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { OwnServer } from '@/e2e/own-server'
import { setUp } from '@/e2e/owner'

// The main job from end to end, as a newcomer does it: from the one-time link to a report, over a power cut.

const workers = Array.from({ length: 14 }, (_, index) => `worker-${String(index + 1).padStart(2, '0')}`)

/** Two tiers; "web" is on both. A socket-mounting agent, a database with a default password, fourteen workers. */
const compose = `name: voyage
services:
  web:
    image: nginx:1.27
    ports: ["8080:80"]
    networks: [front, back]
    depends_on: [db]
  db:
    image: postgres:16
    environment:
      POSTGRES_PASSWORD: postgres
    volumes: ["db-data:/var/lib/postgresql/data"]
    networks: [back]
  agent:
    image: example/agent
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
    networks: [back]
${workers.map((name) => `  ${name}:\n    image: example/worker:1.0\n    networks: [back]`).join('\n')}
networks:
  front:
  back:
volumes:
  db-data:
`

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()

async function openThreat(page: Page, query: string, line: RegExp): Promise<Locator> {
  await page
    .getByRole('textbox', { name: 'Search threats' })
    .or(page.getByRole('searchbox', { name: 'Search threats' }))
    .fill(query)
  await page.getByRole('row', { name: line }).first().click()
  return page.getByRole('article')
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return readFileSync(await file.path(), 'utf8')
}

// An open page asks for what others did, also while its server is down.
test.use({ expectedErrors: [/net::ERR_/] })

test('a Compose file becomes a stored threat model with evidence, decisions and a report', async ({
  page,
}) => {
  const server = await OwnServer.onFreePort()
  try {
    const link = (await server.start()).join('\n').match(/http\S+\/setup\S+/)?.[0] ?? ''
    await setUp(page, link)

    await test.step('the plan lists what will be created, with file and line, before anything is', async () => {
      await page
        .getByLabel('Files to import')
        .setInputFiles({ name: 'compose.yaml', mimeType: 'application/yaml', buffer: Buffer.from(compose) })
      const plan = page.getByRole('dialog')
      await expect(plan.getByText('compose.yaml:3', { exact: false }).first()).toBeVisible()
      await plan.getByRole('button', { name: /^Import \d+ / }).click()
      await page.waitForURL('**/canvas')
    })
    const model = page.url().replace(/\/canvas.*/, '')

    await test.step('a container on two networks is in both, and its facts name file and line', async () => {
      await saved(page)
      await page.getByRole('combobox', { name: 'Find a component' }).fill('web')
      await page.getByRole('option', { name: /^web/ }).first().click()
      const inspector = page.getByRole('region', { name: 'Inspector' })
      await expect(inspector).toContainText('front')
      await expect(inspector).toContainText('back')
      await expect(inspector).toContainText('compose.yaml:3')
    })

    await test.step('a threat says why it is here; a decision needs its reason', async () => {
      await page.goto(`${model}/threats`)
      const threat = await openThreat(page, 'socket', /Engine socket used/)
      await expect(threat).toContainText('compose.yaml:16')
      await threat.getByRole('radio', { name: 'Accepted' }).check()
      await threat.getByRole('button', { name: 'Save decision' }).click()
      await expect(threat.getByText('Say why', { exact: false })).toBeVisible()
      await threat.getByLabel('Reason').fill('The agent is ours and reviewed.')
      await threat.getByLabel('Owner').fill('Platform team')
      await threat.getByLabel('Expires').fill('2099-12-31')
      await threat.getByRole('button', { name: 'Save decision' }).click()
      await saved(page)
    })

    await test.step('a mitigation has a snippet and a status of its own', async () => {
      const threat = page.getByRole('article')
      const counters = threat.getByRole('region', { name: 'What counters it' })
      await counters.locator('summary').first().click()
      await expect(counters.locator('pre').first()).toBeVisible()
      await counters.getByLabel('Status of this mitigation here').first().selectOption('planned')
      await saved(page)
    })

    await test.step('answering what is unknown settles it', async () => {
      const threat = await openThreat(page, 'runs as root worker-01', /worker-01|runs as root/)
      await expect(threat).toContainText('Possible')
      const question = threat.getByRole('region', { name: 'What is unknown' })
      await question.getByRole('radio', { name: 'Yes' }).first().click()
      await expect(threat).toContainText('Raised')
      await saved(page)
    })

    await test.step('one threat is decided for fourteen containers at once', async () => {
      await page.goto(`${model}/threats?q=${encodeURIComponent('modified in place')}`)
      await page
        .getByRole('row', { name: /modified in place/ })
        .getByRole('checkbox')
        .first()
        .check()
      await page
        .getByRole('region', { name: 'Selected threats' })
        .getByRole('button', { name: 'Decide' })
        .click()
      const dialog = page.getByRole('dialog', { name: /^Decide/ })
      await dialog.getByRole('radio', { name: 'Transferred' }).check()
      await dialog.getByRole('button', { name: /Decide 17 threats/ }).click()
      await expect(dialog).toBeHidden()
      await saved(page)
    })

    await test.step('a threat of one’s own is added', async () => {
      await page.getByRole('button', { name: 'Add a threat' }).click()
      const dialog = page.getByRole('dialog', { name: 'Add a threat' })
      const choice = dialog.getByLabel('Component or data flow')
      const web = await choice
        .getByRole('option', { name: /^web\b/ })
        .first()
        .getAttribute('value')
      await choice.selectOption(web)
      await dialog.getByRole('radio', { name: 'One of my own' }).check()
      await dialog.getByLabel('Title').fill('Coupons can be guessed')
      await dialog.getByLabel('Description').fill('A customer guesses coupon codes.')
      await dialog.getByRole('checkbox', { name: /Spoofing/ }).check()
      await dialog.getByRole('button', { name: 'Add this threat' }).click()
      await saved(page)
    })

    await test.step('after a power cut everything is there', async () => {
      await server.kill()
      await server.start()
      await page.goto(`${model}/threats?q=coupons`)
      await expect(page.getByRole('row', { name: /Coupons can be guessed/ })).toBeVisible()
    })

    await test.step('the report holds evidence, decisions and open questions, twice in the same bytes', async () => {
      await page.goto(`${model}/report`)
      const report = await download(page, 'Report (Markdown)')
      for (const part of [
        '```mermaid',
        'The agent is ours and reviewed.',
        'Platform team',
        'compose.yaml:16',
        'Coupons can be guessed',
      ]) {
        expect(report).toContain(part)
      }
      expect(report).toMatch(/CIS/i)
      expect(await download(page, 'Report (Markdown)')).toBe(report)
      expect(await download(page, 'Drawing (SVG)')).toMatch(/^<svg|^<\?xml/)
    })
  } finally {
    await server.kill()
  }
})
