import { describe, expect, it } from 'vitest'
import { MAX_SENT, sortOut } from '@/lib/client/sort-out'

const files = (...paths: string[]) => paths.map((path) => ({ path }))

describe('sortOut', () => {
  it('keeps sources and pictures back and tells their names', () => {
    const { sent, left, hasMore } = sortOut(
      files('a/app.py', 'a/Dockerfile', 'a/logo.png', 'a/notes.txt', 'a/.git/config'),
    )
    expect(sent.map(({ path }) => path)).toEqual(['a/Dockerfile', 'a/notes.txt'])
    expect(left).toEqual(['a/app.py', 'a/logo.png', 'a/.git/config'])
    expect(hasMore).toBe(false)
  })

  it('sends a file that was chosen alone, whatever it is', () => {
    expect(sortOut(files('logo.png')).sent).toHaveLength(1)
  })

  it('keeps the likely declarations when there are too many', () => {
    const many = files(...Array.from({ length: MAX_SENT + 10 }, (_, at) => `a/${at}.txt`), 'a/compose.yaml')
    const { sent, hasMore } = sortOut(many)
    expect(sent).toHaveLength(MAX_SENT)
    expect(sent.at(-1)?.path).toBe('a/compose.yaml')
    expect(hasMore).toBe(true)
  })
})
