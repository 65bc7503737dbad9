'use client'

import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import type { Box } from '@/components/canvas/geometry'

/**
 * What lies in sight or half a screen around it; undefined where it is not asked for. It changes half a screen at a time,
 * so that panning seldom changes what is drawn.
 */
export function useSight(isAsked: boolean): Box | undefined {
  const key = useStore((state) => (isAsked ? sightKey(state.transform, state.width, state.height) : ''))
  return useMemo(() => (key === '' ? undefined : sightOf(key)), [key])
}

/** The part of the drawing in sight and half a screen around it, rounded to half screens: "x,y,width,height". */
function sightKey([x, y, zoom]: readonly [number, number, number], width: number, height: number): string {
  const [stepX, stepY] = [Math.max(1, width / zoom / 2), Math.max(1, height / zoom / 2)]
  const left = Math.floor(-x / zoom / stepX) - 1
  const top = Math.floor(-y / zoom / stepY) - 1
  return [left * stepX, top * stepY, 5 * stepX, 5 * stepY].map(Math.round).join(',')
}

function sightOf(key: string): Box {
  const [x = 0, y = 0, width = 0, height = 0] = key.split(',').map(Number)
  return { x, y, width, height }
}

/** True for boxes that have a place in common. */
export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
