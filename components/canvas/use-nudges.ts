'use client'

import { useCallback, useEffect, useRef } from 'react'
import { placeEditsFor, placementsOf, settleInParents } from '@/components/canvas/edits/place'
import { nameThings } from '@/components/canvas/edits/words'
import type { Point } from '@/components/canvas/geometry'
import { announce } from '@/components/ui/live-region'
import { useModelStore } from '@/lib/client/model-provider'
import type { Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { toLine } from '@/lib/model/to-line'

/** Presses of the arrow keys that follow each other this closely are one move. */
const PAUSE = 700

/**
 * Moves by arrow keys: shown at once by the drawing, and kept as one change when no further press follows, or when
 * anything else is done. Gives a function that takes positions, and one that keeps what is still open.
 */
export function useNudges(
  viewId: string,
  show: (positions: ReadonlyMap<string, Point>) => void,
  done: () => void,
) {
  const store = useModelStore()
  const open = useRef<Map<string, Point>>(new Map())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    if (open.current.size === 0) return
    const { model, catalogue, apply } = store.getState()
    const moved = new Map<string, Placement>()
    for (const [id, { x, y }] of open.current) {
      const was = entryOf(placementsOf(model, viewId), id)
      if (was) moved.set(id, { ...was, x, y })
    }
    open.current = new Map()
    const label = toLine(`Move ${nameThings(model, catalogue, [...moved.keys()])}`, 200)
    const edits = placeEditsFor(model, viewId, settleInParents(model, viewId, moved))
    if (apply(label, edits, { atomic: true })) announce(`${label}: done.`)
    done()
  }, [store, viewId, done])

  useEffect(() => {
    const leave = () => flush()
    window.addEventListener('pagehide', leave)
    window.addEventListener('pointerdown', leave, true)
    window.addEventListener('focusout', leave)
    // Before anything that another key does, such as undo.
    const beforeKey = (event: KeyboardEvent) => !event.key.startsWith('Arrow') && flush()
    window.addEventListener('keydown', beforeKey, true)
    return () => {
      leave()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pointerdown', leave, true)
      window.removeEventListener('focusout', leave)
      window.removeEventListener('keydown', beforeKey, true)
    }
  }, [flush])

  const nudge = useCallback(
    (positions: ReadonlyMap<string, Point>) => {
      for (const [id, at] of positions) open.current.set(id, at)
      show(positions)
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE)
    },
    [flush, show],
  )
  return { nudge, flush }
}
