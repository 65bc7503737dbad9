import { chromium } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { becomeOwner } from '@/e2e/bench/become-owner'
import { callAction } from '@/e2e/bench/call-action'
import { printTable } from '@/e2e/bench/table'
import { submissionOf } from '@/e2e/coursework'
import { OwnServer } from '@/e2e/own-server'
import type { IntakeLine } from '@/lib/coursework/views'
import config from '@/playwright.config'

// A cohort of 5,000 on the production build, over real HTTP: taking works in, the list of them, and the next one to
// review. The bare line is a file of the same server that nothing is worked out for.

const WORKS = 5_000
const PART = 380
const ROUNDS = 9

const server = await OwnServer.onFreePort({ LOG_LEVEL: 'warn' })
const lines = await server.start()
const { origin } = server
const cookie = await becomeOwner(origin, lines.join('\n').match(/token=(\S+)/)?.[1] ?? '')
const act = <T>(page: string, name: string, input: unknown) =>
  callAction<T>({ origin, cookie, page }, name, input)

/** A zip of texts that differ in wording and length, one a student. */
function zipFor(first: number, count: number): Uint8Array {
  const files = Array.from({ length: count }, (_, at) => {
    const word = `w${(first + at).toString(36)}`
    const extra = Array.from({ length: (first + at) % 9 }, (_, line) => `Remark ${line} about ${word}.`)
    return [`${word}x${first + at}.txt`, strToU8(`${submissionOf(word)}\n${extra.join('\n')}\n`)]
  })
  return zipSync(Object.fromEntries(files))
}

async function takeIn(assignmentId: string, first: number, count: number): Promise<number> {
  const form = new FormData()
  form.append('files', new Blob([zipFor(first, count) as Uint8Array<ArrayBuffer>]), 'cohort.zip')
  const from = performance.now()
  const answer = await fetch(`${origin}/api/coursework/${assignmentId}/intake?adds=yes`, {
    method: 'POST',
    headers: { origin, cookie },
    body: form,
  })
  const { lines: taken } = (await answer.json()) as { lines: IntakeLine[] }
  const kept = taken.filter(({ outcome }) => outcome === 'new').length
  if (kept !== count) throw new Error(`${kept} of ${count} works were taken in: ${taken[0]?.sentence}`)
  return performance.now() - from
}

const get = async (path: string, headers: Record<string, string> = {}) => {
  const from = performance.now()
  const answer = await fetch(`${origin}${path}`, { headers: { cookie, ...headers } })
  const { length } = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return { ms: performance.now() - from, kB: length / 1024 }
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] as number
const spread = (times: readonly number[], aim: string) => [
  median(times),
  Math.min(...times),
  Math.max(...times),
  aim,
]
const repeat = async (task: () => Promise<number>) => {
  await task()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await task())
  return times
}

try {
  const { id: courseId } = await act<{ id: string }>('/coursework', 'createCourseAction', { name: 'Large' })
  const made = async (name: string) => {
    const { id } = await act<{ id: string }>('/coursework', 'createAssignmentAction', {
      courseId,
      name,
      from: 'hardening',
      isAnonymous: false,
      hasSecondMarker: false,
      dueAt: null,
    })
    return id
  }
  const small = await made('Sixty files')
  const intakes: number[] = []
  for (let round = 0; round < 3; round++) intakes.push(await takeIn(await made(`Round ${round}`), 0, 60))
  const assignmentId = await made('Five thousand')
  for (let first = 0; first < WORKS; first += PART)
    await takeIn(assignmentId, first, Math.min(PART, WORKS - first))
  const late = await takeIn(small, WORKS, 60)

  const base = `/coursework/${courseId}/${assignmentId}`
  const list = await get(`${base}/works`)
  const lists = await repeat(async () => (await get(`${base}/works`)).ms)
  const bare = await repeat(async () => (await get('/api/health')).ms)
  let workId: string | null = null
  const claims = await repeat(async () => {
    const from = performance.now()
    const next = await act<{ workId: string | null }>(`${base}/works`, 'claimNextWorkAction', {
      assignmentId,
      ...(workId ? { after: workId } : {}),
    })
    workId = next.workId
    return performance.now() - from
  })
  const opened = await repeat(async () => (await get(`${base}/review/${workId}`, { rsc: '1' })).ms)

  const browser = await chromium.launch(config.use?.launchOptions)
  const context = await browser.newContext()
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  const ready = await repeat(async () => {
    await page.goto('about:blank')
    const from = performance.now()
    await page.goto(`${origin}${base}/works`, { waitUntil: 'commit' })
    await page.getByRole('table', { name: 'Works' }).getByRole('link').first().waitFor()
    return performance.now() - from
  })
  await page.getByRole('button', { name: 'Next to review' }).click()
  await page.getByText('0 of 13 marked').waitFor()
  const nexts = await repeat(async () => {
    const before = page.url()
    const from = performance.now()
    await page.keyboard.press('g')
    await page.waitForURL((url) => url.href !== before)
    await page.getByText('0 of 13 marked').waitFor()
    return performance.now() - from
  })
  await browser.close()

  printTable(
    ['', 'median, ms', 'least', 'most', 'aim'],
    [
      ['zip of 60 files taken in, empty course', ...spread(intakes, '5,000')],
      ['zip of 60 files taken in, 5,060 on the roster', late, '', '', '5,000'],
      [`list of 5,000 works, answered (${(list.kB / 1024).toFixed(1)} MB)`, ...spread(lists, '')],
      ['list of 5,000 works, ready in Chromium', ...spread(ready, '1,000')],
      ['next work, handed out', ...spread(claims, '')],
      ['next work, its page answered', ...spread(opened, '')],
      ['next work, by key in Chromium', ...spread(nexts, '150')],
      ['/api/health, for comparison', ...spread(bare, '')],
    ],
  )
} finally {
  await server.kill()
}
