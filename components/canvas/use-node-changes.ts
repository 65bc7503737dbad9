'use client'

import { type NodeChange, useStoreApi } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import type { Point } from '@/components/canvas/geometry'
import type { CanvasNode } from '@/components/canvas/to-flow'
import type { ZoneNode } from '@/components/canvas/to-zones'
import type { useDrag } from '@/components/canvas/use-drag'
import { useNudges } from '@/components/canvas/use-nudges'
import { useModel, useModelStore } from '@/lib/client/model-provider'

type AnyNode = CanvasNode | ZoneNode

/**
 * What React Flow asks for: selecting goes to the model's store, moving stays in the drag (or in the run of arrow keys)
 * until it ends. Gives the nodes with both applied.
 */
export function useNodeChanges(base: readonly AnyNode[], viewId: string, drag: ReturnType<typeof useDrag>) {
  const store = useModelStore()
  const flow = useStoreApi()
  const selection = useModel((state) => state.selection)
  const renamingId = useCanvasUi((state) => state.renamingId)
  const { dragged, isDragging, note, clear } = drag
  const { nudge } = useNudges(viewId, note, clear)

  const onNodesChange = useCallback(
    (changes: NodeChange<AnyNode>[]) => {
      const moving = new Map<string, Point>()
      let selected: Set<string> | undefined
      for (const change of changes) {
        if (change.type === 'select') {
          selected ??= new Set(store.getState().selection)
          change.selected ? selected.add(change.id) : selected.delete(change.id)
        }
        if (change.type === 'position' && change.position) moving.set(change.id, change.position)
      }
      if (moving.size > 0) isDragging.current ? note(moving) : nudge(moving)
      if (!selected) return
      // React Flow knows nothing of selected flows: without a key for more, they are not selected any longer.
      const { flows } = store.getState().model
      if (!flow.getState().multiSelectionActive)
        for (const id of selected) if (Object.hasOwn(flows, id)) selected.delete(id)
      store.getState().selectAll(selected)
    },
    [store, flow, isDragging, note, nudge],
  )

  const nodes = useMemo(
    () =>
      base.map((node) => {
        const position = dragged.get(node.id)
        const selected = selection.has(node.id)
        const isRenaming = renamingId === node.id
        if (!position && !selected && !isRenaming) return node
        return {
          ...node,
          ...(position && { position }),
          ...(selected && { selected }),
          ...(isRenaming && { data: { ...node.data, isRenaming } }),
        } as AnyNode
      }),
    [base, dragged, selection, renamingId],
  )
  return { nodes, onNodesChange }
}
