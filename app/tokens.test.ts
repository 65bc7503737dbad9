import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] as string,
    { light: match[2] as string, dark: match[3] as string },
  ]),
)
const themes = ['light', 'dark'] as const

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name)
  if (!token) throw new Error(`There is no token --color-${name}.`)
  return token[theme]
}

function tooWeak(pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs.flatMap(([front, back]) =>
    themes.flatMap((theme) => {
      const ratio = contrast(colour(front, theme), colour(back, theme))
      return ratio < least ? [`${front} on ${back}, ${theme}: ${ratio.toFixed(2)}`] : []
    }),
  )
}

const surfaces = ['page', 'surface', 'sunken', 'float', 'hover']
const semantic = [...tokens.keys()].filter((name) => tokens.has(`${name}-soft`))
const across = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const))

describe('tokens', () => {
  it('computes contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('names a colour for each severity, state, decision and STRIDE letter', () => {
    expect(semantic).toEqual(
      expect.arrayContaining(
        'critical high medium low info raised possible countered open mitigated accepted transferred not-applicable review-again stride-s stride-t stride-r stride-i stride-d stride-e'.split(
          ' ',
        ),
      ),
    )
  })

  it('keeps text at 4.5:1 on every surface', () => {
    expect(tooWeak(across(['ink', 'ink-muted', 'ink-faint', 'accent', 'boundary'], surfaces), 4.5)).toEqual(
      [],
    )
    expect(tooWeak(across(['ink', 'ink-muted'], ['pressed', 'accent-soft', 'selection']), 4.5)).toEqual([])
  })

  it('keeps every semantic colour at 4.5:1 on every surface and on its own tint', () => {
    expect(tooWeak(across(semantic, surfaces), 4.5)).toEqual([])
    expect(
      tooWeak(
        semantic.map((name) => [name, `${name}-soft`] as const),
        4.5,
      ),
    ).toEqual([])
    expect(
      tooWeak(
        semantic.map((name) => ['ink', `${name}-soft`] as const),
        4.5,
      ),
    ).toEqual([])
  })

  it('keeps white text at 4.5:1 on solid buttons', () => {
    const solid = ['accent-solid', 'accent-solid-hover', 'danger-solid', 'danger-solid-hover']
    expect(
      tooWeak(
        solid.map((name) => ['on-accent', name] as const),
        4.5,
      ),
    ).toEqual([])
  })

  it('keeps the lines of controls, focus and flows at 3:1', () => {
    expect(tooWeak(across(['line-strong', 'focus'], surfaces), 3)).toEqual([])
    expect(tooWeak(across(['flow', 'boundary', 'focus', ...semantic], ['canvas']), 3)).toEqual([])
    expect(tooWeak(across(['accent-solid'], ['surface', 'page']), 3)).toEqual([])
  })
})
