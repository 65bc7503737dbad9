import { describe, expect, it } from 'vitest'
import { safePath } from '@/app/safe-path'

describe('safePath', () => {
  it('keeps a path of ours', () => {
    expect(safePath('/models/shop/canvas?x=1#y')).toBe('/models/shop/canvas?x=1#y')
  })

  it('goes to the models for whatever leads elsewhere', () => {
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\/evil',
      '/a\\..\\b',
      '/\n/evil',
      '',
      'javascript:1',
      undefined,
      ['/a'],
    ]
    expect(elsewhere.map(safePath)).toEqual(elsewhere.map(() => '/models'))
  })
})
