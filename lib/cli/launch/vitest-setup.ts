import { afterEach, beforeEach, expect, vi } from 'vitest'

// An unexpected console.error fails the test; one that is expected is mocked by the test itself.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    reported.push(args.map(String).join(' '))
  })
})
afterEach(() => {
  const found = reported.splice(0)
  vi.restoreAllMocks()
  expect(found, 'console.error during the test').toEqual([])
})

const reported: string[] = []
