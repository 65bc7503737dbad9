'use client'

import { useCallback, useEffect, useState } from 'react'

const keyOf = (id: string) => `bulkhead.${id}`

/**
 * A small choice about the page (a folded panel, a view) that this browser remembers. Never for what a person wrote.
 * The first drawing uses `initial`, as the server did.
 */
export function useRemembered<T extends string | boolean>(id: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(initial)
  useEffect(() => {
    const stored = readStored(keyOf(id))
    if (stored !== undefined && typeof stored === typeof initial) setValue(stored as T)
  }, [id, initial])
  const remember = useCallback(
    (next: T) => {
      setValue(next)
      try {
        localStorage.setItem(keyOf(id), JSON.stringify(next))
      } catch {
        // A full or forbidden storage only means that the choice is not remembered.
      }
    },
    [id],
  )
  return [value, remember]
}

function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
