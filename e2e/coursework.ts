import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { expect } from '@/e2e/fixtures'

// A small cohort, written for these journeys, and the steps that more than one of them takes.

export const cohort = [
  { identifier: 'mwren1', name: 'Maud Wren' },
  { identifier: 'tpike2', name: 'Tobias Pike' },
  { identifier: 'lheron3', name: 'Lida Heron' },
] as const

/** What a student wrote: ten threats and three checks, told apart by a word of their own. */
export function submissionOf(word: string): string {
  return `Docker threats

1. Spoofing: a false registry named ${word} answers pulls of the Docker client.
   Mitigation: pull by digest and sign images.
2. Tampering: somebody swaps a layer of the image between build and run.
3. Repudiation: the Docker daemon keeps no log of who started a container.
4. Information Disclosure: secrets stand in environment variables of the container.
5. Denial of Service: one container takes all memory of the host.

Kubernetes threats

1. Spoofing: a stolen token speaks to the kube-apiserver as ${word}.
2. Tampering: whoever writes to etcd changes every object.
3. Repudiation: no audit log of the kube-apiserver is kept.
4. Denial of Service: a pod without limits starves the node.
5. Elevation of Privilege: the kubelet takes commands of anybody.

Docker bench findings

[FAIL] 5.10 Ensure that the memory usage for containers is limited
Fixed: we start ${word} with --memory 512m. It passes now.
[FAIL] 4.6 Ensure that HEALTHCHECK instructions have been added to container images
Fixed with a HEALTHCHECK. It passes now.
[FAIL] 2.13 Ensure live restore is enabled
Fixed in daemon.json. It passes now.
`
}

/** The zip that an instructor got: a text for each student, named by their identifier. */
export function cohortZip(): Buffer {
  const files = cohort.map(({ identifier, name }) => [
    `${identifier}_threats.txt`,
    strToU8(`${name}, ${identifier}\n\n${submissionOf(identifier)}`),
  ])
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

/** Makes a course; ends on the list of courses. */
export async function makeCourse(page: Page, name: string): Promise<void> {
  await page.goto('/coursework')
  await page.getByRole('button', { name: 'New course' }).click()
  const dialog = page.getByRole('dialog', { name: 'New course' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Create course' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name })).toBeVisible()
}

/** Reads the roster on the page of the course's people, and makes the link for all students. Gives the link. */
export async function fillCourse(page: Page, name: string): Promise<string> {
  await page.getByRole('region', { name }).getByRole('link', { name: 'People' }).click()
  await page.getByLabel('List of students').setInputFiles({
    name: 'roster.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`ID,Name\n${cohort.map((one) => `${one.identifier},${one.name}`).join('\n')}\n`),
  })
  await page.getByRole('button', { name: `Keep ${cohort.length} students` }).click()
  await expect(page.getByRole('region', { name: 'Roster' }).getByText('Maud Wren')).toBeVisible()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  const shown = page.getByRole('status', { name: 'Link into the course' })
  await expect(shown).toContainText('/enrol?token=')
  const link = (await shown.textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

/** Makes the assignment that ships, in the course of this name. Gives the address of its pages. */
export async function makeAssignment(page: Page, course: string, isAnonymous: boolean): Promise<string> {
  await page.goto('/coursework')
  await page.getByRole('region', { name: course }).getByRole('button', { name: 'New assignment' }).click()
  const dialog = page.getByRole('dialog', { name: 'New assignment' })
  if (isAnonymous) await dialog.getByLabel('Mark without names').check()
  await dialog.getByRole('button', { name: 'Create assignment' }).click()
  await page.waitForURL('**/intake')
  return page.url().replace(/\/intake$/, '')
}

/** Takes the zip of the cohort in. */
export async function takeIn(page: Page): Promise<void> {
  const files = { name: 'cohort.zip', mimeType: 'application/zip', buffer: cohortZip() }
  await page.locator('input[type=file]').first().setInputFiles(files)
  await expect(page.getByText(`${cohort.length} taken in`)).toBeVisible()
}
