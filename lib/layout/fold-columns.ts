import { type Arrangement, type Box, best, type Point } from '@/lib/layout/geometry'
import { COLUMN_GAP, GROUP_GAP, ROW_GAP } from '@/lib/layout/sizes'

const fractions = [0.4, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3]

type Column = { boxes: Box[]; width: number; height: number; isFirstOfRank: boolean }

/**
 * Stands ranks of boxes from left to right. What is too high for a column goes on in the next one, and what is too long
 * for a band goes on in the band below: so neither a hundred siblings nor a chain of a hundred makes a thread.
 * @param hasBands whether a long row of columns may go on below; it reads less well.
 */
export function foldColumns(ranks: readonly (readonly Box[])[], hasBands: boolean): Arrangement {
  const boxes = ranks.flat()
  const area = boxes.reduce((sum, box) => sum + (box.width + COLUMN_GAP) * (box.height + ROW_GAP), 0)
  const side = Math.sqrt(area)
  const candidates = fractions.flatMap((high) => {
    const columns = ranks.flatMap((rank) => columnsOf(rank, side * high))
    return hasBands
      ? fractions.map((wide) => inBands(columns, side * wide))
      : [inBands(columns, Number.POSITIVE_INFINITY)]
  })
  return best(candidates) ?? { width: 0, height: 0, positions: new Map() }
}

/** Columns of about one height: as few as the greatest height allows, the last no shorter than need be. */
function columnsOf(rank: readonly Box[], maxHeight: number): Column[] {
  const fewest = fillColumns(rank, maxHeight)
  if (fewest.length < 2) return fewest
  const total = rank.reduce((sum, box) => sum + box.height + ROW_GAP, 0)
  const step = Math.max(...rank.map((box) => box.height)) / 2
  for (let height = total / fewest.length; height < maxHeight; height += step) {
    const even = fillColumns(rank, height)
    if (even.length === fewest.length) return even
  }
  return fewest
}

function fillColumns(rank: readonly Box[], maxHeight: number): Column[] {
  const columns: Column[] = []
  for (const box of rank) {
    const last = columns.at(-1)
    if (last && last.height + ROW_GAP + box.height <= maxHeight) {
      last.boxes.push(box)
      last.width = Math.max(last.width, box.width)
      last.height += ROW_GAP + box.height
    } else {
      columns.push({
        boxes: [box],
        width: box.width,
        height: box.height,
        isFirstOfRank: columns.length === 0,
      })
    }
  }
  return columns
}

function inBands(columns: readonly Column[], maxWidth: number): Arrangement {
  const positions = new Map<string, Point>()
  let top = 0
  let width = 0
  let band: Column[] = []
  let bandWidth = 0
  const close = () => {
    const height = Math.max(...band.map((column) => column.height))
    let x = 0
    for (const [index, column] of band.entries()) {
      if (index > 0) x += gapBefore(column)
      let y = top + (height - column.height) / 2
      for (const box of column.boxes) {
        positions.set(box.id, { x: x + (column.width - box.width) / 2, y })
        y += box.height + ROW_GAP
      }
      x += column.width
    }
    width = Math.max(width, x)
    top += height + GROUP_GAP
  }
  for (const column of columns) {
    const next = bandWidth + (band.length > 0 ? gapBefore(column) : 0) + column.width
    if (band.length > 0 && next > maxWidth) {
      close()
      band = [column]
      bandWidth = column.width
    } else {
      band.push(column)
      bandWidth = next
    }
  }
  if (band.length > 0) close()
  return { width, height: Math.max(0, top - GROUP_GAP), positions }
}

// Columns of one rank belong together; flows and their labels run between ranks.
function gapBefore(column: Column): number {
  return column.isFirstOfRank ? COLUMN_GAP : ROW_GAP
}
