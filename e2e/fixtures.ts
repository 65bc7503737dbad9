import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type BrowserContext, test as base, expect } from '@playwright/test'

/**
 * Collects what no page may do: write an error to the console, throw, or break the content security policy.
 * The list grows as pages of the context run.
 */
export async function watchForErrors(context: BrowserContext): Promise<string[]> {
  const found: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console.error: ${message.text()}`)
  })
  context.on('weberror', (error) => found.push(`uncaught: ${error.error().message}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} refused ${event.blockedURI}`)
    })
  })
  return found
}

/** The lines that the server printed when it started on an empty data folder, such as the link to set it up. */
export function startLines(): string[] {
  const file = path.join(process.env.E2E_DATA_DIR ?? '', 'start-lines.txt')
  return readFileSync(file, 'utf8').split('\n')
}

interface Fixtures {
  /** Errors that a test brings about on purpose: `test.use({ expectedErrors: [/status of 403/] })`. */
  expectedErrors: RegExp[]
  errorWatch: undefined
}

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  errorWatch: [
    async ({ context, expectedErrors }, use) => {
      const found = await watchForErrors(context)
      await use(undefined)
      const unexpected = found.filter((line) => !expectedErrors.some((pattern) => pattern.test(line)))
      expect(unexpected, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
