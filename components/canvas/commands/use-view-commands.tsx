'use client'

import { useReactFlow } from '@xyflow/react'
import { type RefObject, useMemo } from 'react'
import { useFit } from '@/components/canvas/canvas-controls'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import { focusInspector } from '@/components/canvas/focus-element'
import type { Box } from '@/components/canvas/geometry'
import type { CanvasChoices } from '@/components/canvas/use-canvas-choices'
import { type Command, useCommands } from '@/components/shell/command-store'
import { Database, PanelRight } from '@/components/ui/icons'

/** How the canvas is looked at. */
export function useViewCommands(
  choices: CanvasChoices,
  bounds: Box | undefined,
  search: RefObject<HTMLInputElement | null>,
): void {
  const { zoomIn, zoomOut } = useReactFlow()
  const fit = useFit(bounds)
  const commands = useMemo((): Command[] => {
    const group = 'View'
    const { mode, setMode, hasInspector, setInspector, hasPalette, setPalette } = choices
    const { hasMinimap, setMinimap, hasSnap, setSnap } = choices
    return [
      { id: 'find', label: 'Find a component', group, keys: ['/'], run: () => search.current?.focus() },
      {
        id: 'mode',
        label: mode === 'list' ? 'Show the drawing' : 'Show the list',
        group,
        keys: ['L'],
        run: () => setMode(mode === 'list' ? 'drawing' : 'list'),
      },
      { id: 'fit', label: 'Show everything', group, keys: ['F'], run: fit },
      { id: 'zoom-in', label: 'Zoom in', group, keys: ['+'], alsoKeys: [['=']], run: () => void zoomIn() },
      { id: 'zoom-out', label: 'Zoom out', group, keys: ['−'], run: () => void zoomOut() },
      {
        id: 'inspector',
        label: hasInspector ? 'Hide the inspector' : 'Show the inspector',
        group,
        keys: ['I'],
        run: () => setInspector(!hasInspector),
      },
      {
        id: 'palette',
        label: hasPalette ? 'Hide the palette' : 'Show the palette',
        group,
        keys: ['P'],
        run: () => setPalette(!hasPalette),
      },
      {
        id: 'minimap',
        label: hasMinimap ? 'Hide the overview' : 'Show the overview',
        group,
        keys: ['O'],
        run: () => setMinimap(!hasMinimap),
      },
      {
        id: 'snap',
        label: hasSnap ? 'Stop lining up while dragging' : 'Line up while dragging',
        group,
        keys: ['G'],
        run: () => setSnap(!hasSnap),
      },
      {
        id: 'edit-facts',
        label: 'Go to the inspector',
        group,
        icon: <PanelRight aria-hidden />,
        keys: ['E'],
        run() {
          setInspector(true)
          requestAnimationFrame(focusInspector)
        },
      },
      {
        id: 'data-assets',
        label: 'Data assets',
        group: 'This model',
        icon: <Database aria-hidden />,
        keys: ['D'],
        run: () => openCanvasDialog({ kind: 'data-assets' }),
      },
    ]
  }, [choices, fit, zoomIn, zoomOut, search])
  useCommands('canvas-view', commands)
}
