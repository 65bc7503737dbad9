import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@/e2e/fixtures'

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Holds a page as it stands, light and dark, against WCAG 2.2 A and AA. Needs `test.use({ bypassCSP: true })`. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => {
      // What fades in has no colour of its own yet. A spinner turns for ever, and what is folded away stands still.
      const ending = document.getAnimations().filter(({ effect }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null
        const isSeen = target?.checkVisibility({ contentVisibilityAuto: true }) ?? false
        return isSeen && effect?.getComputedTiming().endTime !== Infinity
      })
      return Promise.allSettled(ending.map((animation) => animation.finished)).then(() => undefined)
    })
    const axe = new AxeBuilder({ page })
    // Nothing but colours differs between light and dark.
    const held = colorScheme === 'light' ? axe.withTags(LEVELS) : axe.withRules(['color-contrast'])
    const { violations, passes } = await held.analyze()
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
    )
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
    // An empty page has nothing wrong either.
    expect(passes.length, `rules that ${state} holds`).toBeGreaterThan(colorScheme === 'light' ? 10 : 0)
  }
}

/** Nothing of a page may lie to the right of what one sees; lists and drawings that scroll by themselves may. */
export async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const widths = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect.soft(widths.page, `width of ${state}`).toBeLessThanOrEqual(widths.window)
}
