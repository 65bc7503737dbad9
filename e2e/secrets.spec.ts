import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { browserStorage, filesHolding } from '@/e2e/byte-search'
import { CANARY, CONTROL, plantedFiles } from '@/e2e/canaries'
import { expect, test } from '@/e2e/fixtures'
import { OwnServer } from '@/e2e/own-server'
import { setUp } from '@/e2e/owner'

// What a Compose file and a Dockerfile hold in secrets goes in, and is nowhere afterwards: no byte of it.

// An open page asks for what others did, also when its server has just gone.
test.use({ expectedErrors: [/net::ERR_/] })

test('a secret of a Compose file is kept in no file, no download and no browser', async ({ page }) => {
  const { files, count } = plantedFiles()
  expect(count).toBeGreaterThan(95)
  const server = await OwnServer.onFreePort({ LOG_LEVEL: 'trace' })
  const outside = mkdtempSync(path.join(tmpdir(), 'bulkhead-secrets-'))
  const keep = (name: string, text: string) => writeFileSync(path.join(outside, name), text)
  try {
    const link = (await server.start()).join('\n').match(/http\S+\/setup\S+/)?.[0] ?? ''
    await setUp(page, link)

    const answers: Promise<void>[] = []
    page.on('response', (response) => {
      const name = `answer-${answers.length}.txt`
      answers.push(
        response
          .text()
          .then((text) => keep(name, text))
          .catch(() => undefined),
      )
    })
    const socket = new Promise<string>((resolve) => {
      page.on('request', (request) => {
        if (request.url().endsWith('/changes') && request.method() === 'POST')
          resolve(request.postData() ?? '')
      })
    })

    await test.step('the files are planned and committed', async () => {
      await page.getByLabel('Files to import').setInputFiles(files)
      const plan = page.getByRole('dialog')
      await expect(plan.getByText(CONTROL, { exact: true }).first()).toBeVisible()
      keep('plan.html', await page.content())
      await plan.getByRole('button', { name: /^Import \d+ / }).click()
      await page.waitForURL('**/canvas')
      await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
      keep('sent-changes.json', await socket)
    })

    const model = page.url().replace(/\/canvas.*/, '')
    const api = model.replace('/models/', '/api/models/')
    await test.step('every page and every format is made', async () => {
      for (const name of ['canvas', 'threats', 'report']) {
        await page.goto(`${model}/${name}`)
        await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
        keep(`${name}.html`, await page.content())
        keep(`storage-${name}.json`, await browserStorage(page))
      }
      const formats = await page
        .getByRole('link')
        .evaluateAll((links) =>
          links
            .map((each) => each.getAttribute('href') ?? '')
            .filter((href) => href.includes('/report?format=')),
        )
      expect(formats.length).toBeGreaterThanOrEqual(5)
      for (const [index, href] of formats.entries()) {
        const answer = await page.request.get(server.origin + href)
        expect(answer.status(), href).toBe(200)
        keep(`report-${index}.txt`, await answer.text())
      }
      for (const rest of ['', '/changes?since=0']) {
        const answer = await page.request.get(api + rest)
        expect(answer.status()).toBe(200)
        keep(`api-${rest.length}.json`, await answer.text())
      }
    })

    await test.step('a file that cannot be read, and one that is too much, are refused and logged', async () => {
      const [first] = files
      const given = { files: [{ path: 'a.yaml', text: `${first?.buffer.toString()}\n\t- ]` }] }
      const broken = await page.request.post(`${api}/imports`, {
        data: given,
        headers: { origin: server.origin },
      })
      keep('broken.json', await broken.text())
      expect(broken.status()).toBe(200)
      const wrong = { base: first?.buffer.toString(), changes: [{ id: first?.buffer.toString() }] }
      const refused = await page.request.post(`${api}/changes`, {
        data: wrong,
        headers: { origin: server.origin },
      })
      keep('refused.json', await refused.text())
      expect(refused.status()).toBe(400)
    })

    execFileSync(process.execPath, ['lib/cli/launch/db.mjs', 'backup'], { env: server.env, stdio: 'ignore' })
    await Promise.all(answers)

    await test.step('a name that is no secret is found wherever the model is', () => {
      const kept = filesHolding(server.dataDir, CONTROL)
      expect(
        kept.some((name) => /bulkhead\.db(-wal)?$/.test(name)),
        kept.join(),
      ).toBe(true)
      expect(
        kept.some((name) => /backups[\\/].+\.db$/.test(name)),
        kept.join(),
      ).toBe(true)
      const seen = filesHolding(outside, CONTROL)
      expect(seen).toEqual(
        expect.arrayContaining(['plan.html', 'report.html', 'sent-changes.json', 'api-0.json']),
      )
      expect(seen.filter((name) => name.startsWith('report-')).length).toBeGreaterThanOrEqual(5)
      expect(filesHolding(server.dataDir, '/setup?token='), 'what the server prints is searched').toContain(
        'printed.log',
      )
    })

    expect(filesHolding(server.dataDir, CANARY), 'files of the server').toEqual([])
    expect(filesHolding(outside, CANARY), 'what left the server, and what the browser keeps').toEqual([])
  } finally {
    await server.kill()
  }
  expect(filesHolding(server.dataDir, CANARY), 'files of the stopped server').toEqual([])
})
