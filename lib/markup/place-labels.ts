import { overlaps, type Point, type Rect } from '@/lib/layout/geometry'
import { fitText, measureText } from '@/lib/markup/measure-text'
import type { Gate } from '@/lib/markup/place-gates'
import { pointOn, type Route } from '@/lib/markup/route-flows'

export const LABEL_SIZE = 10.5
const LABEL_HEIGHT = 14
const MAX_LABEL = 130
const CELL = 160
const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8]

export type Label = { text: string; at: Point; width: number; height: number }

/** A label for each curve where one fits without covering a card, a gate or another label; undefined where none does. */
export function placeLabels(
  routes: readonly Route[],
  taken: readonly Rect[],
  gates: readonly Gate[],
): (Label | undefined)[] {
  const occupied = new Occupied()
  for (const rect of taken) occupied.add(rect)
  for (const { at } of gates) occupied.add({ x: at.x - 5, y: at.y - 6, width: 10, height: 12 })
  return routes.map((route) => {
    const text = fitText(route.flow.label, LABEL_SIZE, MAX_LABEL)
    const width = measureText(text, LABEL_SIZE) + 6
    for (const t of places) {
      const at = pointOn(route, t)
      const rect = { x: at.x - width / 2, y: at.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }
      if (occupied.isTaken(rect)) continue
      occupied.add(rect)
      return { text, at, width, height: LABEL_HEIGHT }
    }
    return undefined
  })
}

/** Rectangles in a grid, so that looking for an overlap costs little on a large drawing. */
class Occupied {
  readonly #cells = new Map<string, Rect[]>()

  add(rect: Rect): void {
    for (const key of cellsOf(rect)) {
      const cell = this.#cells.get(key)
      if (cell) cell.push(rect)
      else this.#cells.set(key, [rect])
    }
  }

  isTaken(rect: Rect): boolean {
    return cellsOf(rect).some(
      (key) => this.#cells.get(key)?.some((other) => overlaps(rect, other, 1)) ?? false,
    )
  }
}

function cellsOf({ x, y, width, height }: Rect): string[] {
  const keys: string[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1)
      keys.push(`${column},${row}`)
  }
  return keys
}
