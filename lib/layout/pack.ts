import { type Arrangement, type Box, best, type Point } from '@/lib/layout/geometry'

const fractions = [0.5, 0.7, 0.85, 1, 1.2, 1.45, 1.75, 2.1, 2.6]

/** Stands boxes in rows, in their order, in the row width that gives the best shape. */
export function packRows(boxes: readonly Box[], gap: number): Arrangement {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0)
  const widest = Math.max(0, ...boxes.map((box) => box.width))
  const widths = fractions.map((fraction) => Math.max(widest, Math.sqrt(area) * fraction))
  const candidates = [...new Set([...widths, widest])].map((width) => inRows(boxes, width, gap))
  return best(candidates) ?? { width: 0, height: 0, positions: new Map() }
}

function inRows(boxes: readonly Box[], maxWidth: number, gap: number): Arrangement {
  const positions = new Map<string, Point>()
  let x = 0
  let y = 0
  let rowHeight = 0
  let width = 0
  for (const box of boxes) {
    if (x > 0 && x + box.width > maxWidth) {
      x = 0
      y += rowHeight + gap
      rowHeight = 0
    }
    positions.set(box.id, { x, y })
    width = Math.max(width, x + box.width)
    rowHeight = Math.max(rowHeight, box.height)
    x += box.width + gap
  }
  return { width, height: y + rowHeight, positions }
}
