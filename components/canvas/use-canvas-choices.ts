'use client'

import { useMemo } from 'react'
import { useRemembered } from '@/lib/client/remembered'
import { useMedia } from '@/lib/client/use-media'

export type CanvasChoices = ReturnType<typeof useCanvasChoices>

/** How the person likes the canvas: drawing or list, which panels are open. This browser remembers it. */
export function useCanvasChoices() {
  const [chosen, setMode] = useRemembered<'drawing' | 'list' | 'auto'>('canvas.mode', 'auto')
  const [hasInspector, setInspector] = useRemembered<boolean>('canvas.inspector', true)
  const [hasPalette, setPalette] = useRemembered<boolean>('canvas.palette', true)
  const [hasMinimap, setMinimap] = useRemembered<boolean>('canvas.minimap', false)
  const [hasSnap, setSnap] = useRemembered<boolean>('canvas.snap', true)
  // A drawing on a phone is too small to read; whoever wants it can have it.
  const isPhone = !useMedia('(min-width: 40rem)')
  const mode = chosen !== 'auto' ? chosen : isPhone ? 'list' : 'drawing'
  return useMemo(
    () => ({
      mode,
      setMode,
      hasInspector,
      setInspector,
      hasPalette,
      setPalette,
      hasMinimap,
      setMinimap,
      hasSnap,
      setSnap,
    }),
    [
      mode,
      setMode,
      hasInspector,
      setInspector,
      hasPalette,
      setPalette,
      hasMinimap,
      setMinimap,
      hasSnap,
      setSnap,
    ],
  )
}
