'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { toast } from '@/components/ui/toast'
import { whenUsed } from '@/components/ui/when-used'

let awaited = 0

/** True while something that a person asked for is still being loaded: keys that they press now are meant for it. */
export function arePartsAwaited(): boolean {
  return awaited > 0
}

type Parts<M> = {
  /** Starts loading, as when the pointer comes near. */
  load(): void
  /** What was loaded; undefined until then. `isNeeded` asks for it, and `onMissing` hears that it could not be had. */
  useParts(isNeeded: boolean, onMissing?: () => void): M | undefined
}

/**
 * A module of components that the first sight of a page does without: loaded when somebody starts to use the page, and
 * at the latest when it is needed. What is asked for before it has come opens as soon as it comes.
 * @param importIt "() => import(…)"
 */
export function lazyParts<M>(importIt: () => Promise<M>): Parts<M> {
  let parts: M | undefined
  let coming: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const load = (): Promise<void> => {
    coming ??= importIt().then(
      (loaded) => {
        parts = loaded
        for (const listener of listeners) listener()
      },
      (error: unknown) => {
        coming = undefined
        throw error
      },
    )
    return coming
  }
  const loadQuietly = () => void load().catch(() => undefined)
  whenUsed(loadQuietly)

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    load: loadQuietly,
    useParts(isNeeded, onMissing) {
      const found = useSyncExternalStore(
        subscribe,
        () => parts,
        () => undefined,
      )
      const isAwaited = isNeeded && found === undefined
      // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is asked for once.
      useEffect(() => {
        if (!isAwaited) return
        let isHere = true
        awaited += 1
        load().catch(() => {
          if (!isHere) return
          toast({
            title: 'This part of the page could not be loaded. Look at the connection, then try again.',
            tone: 'danger',
          })
          onMissing?.()
        })
        return () => {
          isHere = false
          awaited -= 1
        }
      }, [isAwaited])
      return found
    },
  }
}
