'use client'

import type { NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CanvasNode } from '@/components/canvas/to-flow'
import type { ZoneNode } from '@/components/canvas/to-zones'
import { announce } from '@/components/ui/live-region'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import type { EditOf } from '@/lib/model/change'
import { entryOf } from '@/lib/model/records'
import { isSame } from '@/lib/model/same'
import type { ThreatModel } from '@/lib/model/threat-model'

type AnyNode = CanvasNode | ZoneNode
type At = { x: number; y: number }

const nowhere: ReadonlyMap<string, At> = new Map()

/**
 * What React Flow asks for: selecting goes to the model's store, dragging stays here until the pointer is let go, and
 * becomes one change then. Gives the nodes with both applied.
 */
export function useNodeChanges(base: readonly AnyNode[], viewId: string) {
  const store = useModelStore()
  const selectedId = useModel((state) => state.selectedId)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [dragged, setDragged] = useState(nowhere)

  useEffect(() => {
    setMarked(selectedId === undefined ? new Set() : new Set([selectedId]))
  }, [selectedId])

  const onNodesChange = useCallback(
    (changes: NodeChange<AnyNode>[]) => {
      const moving = new Map<string, At>()
      const dropped = new Map<string, At>()
      const selecting: { id: string; selected: boolean }[] = []
      for (const change of changes) {
        if (change.type === 'select') selecting.push(change)
        if (change.type !== 'position' || !change.position) continue
        ;(change.dragging ? moving : dropped).set(change.id, change.position)
      }
      if (moving.size > 0) setDragged((known) => new Map([...known, ...moving]))
      if (dropped.size > 0) {
        drop(store.getState(), viewId, dropped)
        setDragged(nowhere)
      }
      if (selecting.length > 0) {
        setMarked((known) => {
          const next = new Set(known)
          for (const { id, selected } of selecting) selected ? next.add(id) : next.delete(id)
          const [first] = next
          const only = next.size === 1 ? first : undefined
          if (only !== undefined) queueMicrotask(() => store.getState().select(only))
          return next
        })
      }
    },
    [store, viewId],
  )

  const nodes = useMemo(
    () =>
      base.map((node) => {
        const position = dragged.get(node.id)
        const selected = marked.has(node.id)
        if (!position && !selected) return node
        return { ...node, ...(position && { position }), ...(selected && { selected }) } as AnyNode
      }),
    [base, dragged, marked],
  )
  return { nodes, onNodesChange }
}

type Movable = { model: ThreatModel; apply(label: string, edits: readonly EditOf<'place'>[]): boolean }

function drop({ model, apply }: Movable, viewId: string, positions: ReadonlyMap<string, At>): void {
  const placements = entryOf(model.views, viewId)?.placements ?? {}
  const edits = [...positions].flatMap(([componentId, at]): EditOf<'place'>[] => {
    const was = entryOf(placements, componentId)
    const value = was && { ...was, x: Math.round(at.x), y: Math.round(at.y) }
    return !was || !value || isSame(was, value) ? [] : [{ type: 'place', viewId, componentId, value, was }]
  })
  const [first] = edits
  if (!first) return
  const words =
    edits.length === 1
      ? `Move ${model.components[first.componentId]?.name}`
      : `Move ${edits.length} components`
  if (apply(words, edits)) announce(`${words}: done.`)
}
