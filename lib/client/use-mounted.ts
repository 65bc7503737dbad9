'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * False on the server and in the first drawing. What needs style attributes (the canvas, virtual lists) waits for it:
 * the content security policy refuses them in served HTML.
 */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
