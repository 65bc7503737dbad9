import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { after, before, quay } from '@/e2e/bench-log'
import { Client } from '@/e2e/client'
import { dropFiles } from '@/e2e/drop-files'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'
import { zipOf } from '@/lib/testing/zip-of'

test.use({ storageState: ownerState })

// The hardening loop: a run of a benchmark on the model, what it confirms, what is chosen, and the run that shows it fixed.

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
const findings = (page: Page) => page.getByRole('region', { name: 'Findings', exact: true })

test('findings stand on components, are chosen, and a second run shows what was fixed', async ({
  page,
  baseURL,
}) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('Quay')
  await client.importFiles(id, [{ path: 'compose.yaml', text: quay }])
  await page.goto(`/models/${id}/findings`)
  await expect(page.getByText('No scan has been imported')).toBeVisible()

  await test.step('a dropped log is read, each finding on its component', async () => {
    await dropFiles(page, { 'bench.log': before })
    const run = page.getByRole('region', { name: 'This run' })
    await expect(run.getByText('4 checks: 3 warned, 1 passed')).toBeVisible()
    await expect(run.getByText('CIS Docker Benchmark 1.6.0')).toBeVisible()
    await expect(run.getByText('Read as dbs-1.6.0')).toBeVisible()
    await expect(findings(page).getByRole('button', { name: 'agent', exact: true })).toBeVisible()
    await expect(findings(page).getByRole('button', { name: 'web', exact: true })).toHaveCount(2)
  })

  await test.step('a name that nobody knows is placed, here on two components, and one is taken away', async () => {
    await page.getByRole('button', { name: '1 not placed' }).click()
    const sheet = page.getByRole('dialog', { name: 'Not placed' })
    await sheet.getByRole('combobox', { name: 'old-cache' }).selectOption({ label: 'Container: db' })
    await expect(sheet.getByRole('button', { name: 'Take db away from old-cache' })).toBeVisible()
    await sheet.getByRole('combobox', { name: 'old-cache' }).selectOption({ label: 'Container: agent' })
    await sheet.getByRole('button', { name: 'Take agent away from old-cache' }).click()
    await expect(sheet.getByRole('button', { name: 'Take agent away from old-cache' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Placed by hand' })).toBeVisible()
    await expect(findings(page).getByRole('button', { name: 'db', exact: true })).toBeVisible()
  })

  await test.step('what the run teaches becomes facts of the model', async () => {
    await page.getByRole('button', { name: /^What it teaches: \d+/ }).click()
    await page
      .getByRole('dialog', { name: 'What run 1 teaches' })
      .getByRole('button', { name: /^Commit/ })
      .click()
    await saved(page)
  })

  await test.step('a finding leads to the threat it confirms, and the threat back to it', async () => {
    await findings(page).getByRole('button', { name: 'agent', exact: true }).click()
    const panel = page.getByRole('article', { name: 'Container is not privileged' })
    await panel.getByRole('region', { name: 'Threats it confirms' }).getByRole('link').first().click()
    await page.waitForURL('**/threats?open=**')
    const threat = page.getByRole('article')
    await threat.getByRole('link', { name: '5.4 Container is not privileged' }).click()
    await page.waitForURL('**/findings?run=**')
    await expect(page.getByRole('article', { name: 'Container is not privileged' })).toBeVisible()
    await page.getByRole('button', { name: 'Close the finding' }).click()
  })

  await test.step('findings are chosen to be fixed, with why', async () => {
    await page.getByLabel(/^Select 5\.4 .* on agent$/).check()
    await page.getByLabel(/^Select 5\.10 .* on web$/).check()
    await page.getByRole('button', { name: 'Choose to fix' }).click()
    const dialog = page.getByRole('dialog', { name: 'Fix 2 findings' })
    await dialog.getByLabel('Why these').fill('They open the host.')
    await dialog.getByRole('button', { name: 'Choose to fix' }).click()
    await expect(findings(page).getByText('To fix')).toHaveCount(2)
    await saved(page)
  })

  await test.step('the second run shows what was fixed and what still fails', async () => {
    await page.getByLabel('Scans to import').setInputFiles({
      name: 'bench-again.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(after),
    })
    await expect(page.getByText('4 checks: 2 warned, 2 passed')).toBeVisible()
    await page
      .getByRole('button', { name: 'Before and after' })
      .or(page.getByText('Before and after'))
      .first()
      .click()
    const compared = page.getByRole('region', { name: 'Before and after' })
    await expect(compared.getByText('Fixed 2', { exact: true })).toBeVisible()
    await expect(compared.getByText('Still failing 2', { exact: true })).toBeVisible()
    await expect(compared.getByRole('listitem').filter({ hasText: 'Fixed' })).toHaveCount(2)
  })

  await test.step('the report tells all of it', async () => {
    await page.getByRole('link', { name: 'Report', exact: true }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Markdown/ }).click(),
    ])
    const report = readFileSync(await file.path(), 'utf8')
    expect(report).toContain('They open the host.')
    expect(report).toMatch(/bench-again\.log/)
    expect(report).toMatch(/5\.4.*not privileged/)
    expect(report).toMatch(/[Ff]ixed/)
  })
})

const report = `apiVersion: aquasecurity.github.io/v1alpha1
kind: ConfigAuditReport
metadata: {name: crane, namespace: quay, labels: {trivy-operator.resource.kind: Deployment, trivy-operator.resource.name: crane}}
report: {checks: [{checkID: KSV017, success: false, severity: HIGH, title: Ours}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: crane, namespace: quay}
spec: {template: {spec: {containers: [{name: crane, image: "quay/crane:1"}]}}}
`

test('scans in a zip, and reports among the objects of a cluster, are offered as scans', async ({
  page,
  baseURL,
}) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('Quay in a zip')
  await page.goto(`/models/${id}/canvas`)
  await expect(page.getByRole('button', { name: 'Import', exact: true }).first()).toBeVisible()
  const zip = zipOf([
    { name: 'quay/cluster.yaml', data: Buffer.from(report) },
    { name: 'quay/bench.log', data: Buffer.from(before) },
  ])
  await dropFiles(page, { 'quay.zip': zip })
  const plan = page.getByRole('dialog')
  await expect(plan.getByText('2 files hold output of scanners')).toBeVisible()
  await expect(plan.getByText('It also holds output of Trivy operator')).toBeVisible()
  await plan.getByRole('button', { name: 'Import 2 scans' }).click()
  await expect(plan.getByText('2 scans are kept beside the model.')).toBeVisible()
  await plan.getByRole('button', { name: /^Import \d+ components/ }).click()
  await saved(page)
  await page.goto(`/models/${id}/findings`)
  for (const file of ['quay/cluster.yaml', 'quay/bench.log'])
    await expect(page.locator('option', { hasText: file }).first()).toBeAttached()
})

test('scans dropped among manifests are offered as scans, manifests dropped on the findings as an import', async ({
  page,
  baseURL,
}) => {
  const client = Client.owner(baseURL ?? '')
  const id = await client.createModel('Quay of all kinds')
  await page.goto(`/models/${id}/canvas`)
  await expect(page.getByRole('button', { name: 'Import', exact: true }).first()).toBeVisible()
  await dropFiles(page, { 'compose.yaml': quay, 'bench.log': before })
  const plan = page.getByRole('dialog')
  await expect(plan.getByText('1 file holds output of scanners')).toBeVisible()
  await plan.getByRole('button', { name: 'Import 1 scan' }).click()
  await expect(plan.getByText('1 scan is kept beside the model.')).toBeVisible()
  await plan.getByRole('button', { name: /^Import \d+ components/ }).click()
  await saved(page)

  await page.goto(`/models/${id}/findings`)
  await expect(findings(page).getByRole('button', { name: 'agent', exact: true })).toBeVisible()
  await dropFiles(page, { 'compose.yaml': quay.replace('postgres:16', 'postgres:17') })
  await page
    .getByRole('dialog', { name: 'How the files were read' })
    .getByRole('button', { name: 'Plan importing compose.yaml' })
    .click()
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Import 1 component/ })).toBeVisible()
})
