import { useEffect } from 'react'

/**
 * Loads parts of a page once the browser has nothing else to do, so that they open at once, and without a connection too.
 * @param parts imports; a constant of the module, because the list is read once.
 */
export function useLoadEarly(parts: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    // What cannot be loaded now is asked for again when it is opened.
    const load = () => {
      for (const part of parts) part().catch(() => undefined)
    }
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(load, 1000)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(load, { timeout: 5000 })
    return () => cancelIdleCallback(handle)
  }, [parts])
}
