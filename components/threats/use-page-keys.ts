'use client'

import { useEffect } from 'react'
import { isOverlayOpen } from '@/components/shell/is-overlay-open'
import { isTyping } from '@/components/shell/is-typing'

export type KeyHandlers = Readonly<Record<string, (event: KeyboardEvent) => void>>

/**
 * Keys that work anywhere on the page, except while somebody types or a dialog is open. Names are those of
 * `event.key` in small letters.
 */
export function usePageKeys(handlers: KeyHandlers): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || isOverlayOpen()) return
      const key = event.key.toLowerCase()
      // Enter and the arrows belong to whatever control has the focus, unless that is the list.
      if (key.length > 1 && key !== 'escape' && !isOnList(event.target)) return
      const handler = handlers[key]
      if (!handler) return
      event.preventDefault()
      handler(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [handlers])
}

function isOnList(target: EventTarget | null): boolean {
  return (
    target === document.body || (target instanceof HTMLElement && target.getAttribute('role') === 'treegrid')
  )
}
