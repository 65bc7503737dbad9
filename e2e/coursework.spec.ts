import { readFileSync } from 'node:fs'
import { cohort, fillCourse, makeAssignment, makeCourse, submissionOf, takeIn } from '@/e2e/coursework'
import { expect, test } from '@/e2e/fixtures'
import { ownerState } from '@/e2e/owner'

test.use({ storageState: ownerState })

const names = new RegExp(cohort.flatMap(({ name, identifier }) => [...name.split(' '), identifier]).join('|'))

test('a cohort is taken in, marked by keys without names, and each student reads their own after release', async ({
  page,
  browser,
}) => {
  await makeCourse(page, 'Harbour security')
  const link = await fillCourse(page, 'Harbour security')
  const base = await makeAssignment(page, 'Harbour security', true)
  await takeIn(page)
  await page.getByRole('link', { name: 'Go to the works' }).click()
  await expect(page.getByText(`0 of ${cohort.length}`)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Works' }).getByRole('link')).toHaveCount(cohort.length)
  await expect(page.getByRole('main')).not.toContainText(names)

  const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const student = await theirs.newPage()
  await student.goto(link)
  await student.getByLabel('Your name').fill('nils-gull')
  await student.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await student.getByRole('button', { name: 'Make account and join' }).click()
  await student.waitForURL('**/coursework')
  await student.getByRole('link', { name: 'Hardened microservices environment' }).click()
  await student.waitForURL('**/mine')
  await student.getByLabel('Text', { exact: true }).fill(submissionOf('nils-gull'))
  await student.getByRole('button', { name: 'Check before handing in' }).click()
  await expect(student.getByText('10 threats and 3 findings were found')).toBeVisible()
  await student.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(student.getByText('No marks yet')).toBeVisible()
  for (const part of ['works', 'results', 'similarity', 'intake', 'settings']) {
    await student.goto(`${base}/${part}`)
    await expect(student.getByRole('heading', { name: 'There is no such page here' })).toBeVisible()
  }
  await student.goto(`${base}/mine`)

  await page.reload()
  await page.getByRole('button', { name: 'Next to review' }).click()
  const total = cohort.length + 1
  for (let done = 0; done < total; done++) {
    const bar = page.getByText(`, ${done} done`)
    await expect(bar).toBeVisible()
    await expect(page.getByText('0 of 13 marked')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(names)
    if (done === 0) {
      await page.keyboard.press('Shift+A')
      await expect(page.getByText(/\b[1-9] of 13 marked/)).toBeVisible()
      for (let at = 0; at < 13; at++) await page.keyboard.press('p')
    }
    for (let at = 0; at < 13; at++) await page.keyboard.press(at === 12 ? '2' : '1')
    await expect(page.getByText('13 of 13 marked')).toBeVisible()
    await page.getByLabel('Summary for the student').fill(`Read by the harbour master (${done}).`)
    await page.getByLabel('Summary for the student').blur()
    await page.keyboard.press('f')
    if (done + 1 < total) await expect(page.getByText(`, ${done + 1} done`)).toBeVisible()
  }
  await page.waitForURL('**/works')
  await expect(page.getByText(`${total} of ${total}`)).toBeVisible()

  await page.goto(`${base}/results`)
  const [hidden] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Feedback as Markdown' }).click(),
  ])
  expect(readFileSync(await hidden.path(), 'latin1')).not.toMatch(names)
  await expect(page.getByRole('link', { name: 'Marks as plain CSV' })).toBeHidden()
  await student.reload()
  await expect(student.getByText('No marks yet')).toBeVisible()

  await page.getByRole('button', { name: 'Release marks' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Release the marks' }).click()
  await expect(page.getByText('Students see their marks.')).toBeVisible()
  const [marks] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Marks as plain CSV' }).click(),
  ])
  expect(readFileSync(await marks.path(), 'utf8')).toContain('"mwren1","Maud Wren"')

  await student.reload()
  await expect(student.getByText('Requires changes').first()).toBeVisible()
  await expect(student.getByText('Read by the harbour master')).toHaveCount(1)
  await expect(student.getByRole('main')).not.toContainText(names)
  await student.getByRole('region', { name: 'To read on in the catalogue' }).getByRole('link').first().click()
  await student.waitForURL('**/catalogue/threats/**')
  await expect(student.getByRole('heading', { level: 1 })).toBeVisible()
  await theirs.close()
})
