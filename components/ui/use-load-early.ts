import { useEffect } from 'react'
import { whenUsed } from '@/components/ui/when-used'

/**
 * Loads parts of a page once somebody uses it, so that they open at once, and without a connection too.
 * @param parts imports; a constant of the module, because the list is read once.
 */
export function useLoadEarly(parts: readonly (() => Promise<unknown>)[]): void {
  // What cannot be loaded now is asked for again when it is opened.
  useEffect(
    () =>
      whenUsed(() => {
        for (const part of parts) part().catch(() => undefined)
      }),
    [parts],
  )
}
