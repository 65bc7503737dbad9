import type { ReactFlowState } from '@xyflow/react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import { ancestorsOf } from '@/components/canvas/drawing'
import { type Box, boundsOf, type Point } from '@/components/canvas/geometry'
import { snapTo } from '@/components/canvas/guides'
import type { ModelStore } from '@/lib/client/model-store'
import { entryOf } from '@/lib/model/records'

/** Pixels of the screen that a dragged card jumps to be in line. */
const REACH = 6
/** With more than this in sight nobody lines up with one of them. */
const MAX_OTHERS = 400

type Sight = Pick<ReactFlowState, 'transform' | 'width' | 'height'>

/** The positions of a drag, put in line with what is in sight; the guides are shown. */
export function snapped(
  positions: ReadonlyMap<string, Point>,
  boxes: ReadonlyMap<string, Box>,
  store: ModelStore,
  { transform, width, height }: Sight,
): ReadonlyMap<string, Point> {
  const { model } = store.getState()
  const now: Box[] = []
  for (const [id, at] of positions) {
    const box = boxes.get(id)
    const around = boxes.get(entryOf(model.components, id)?.parentId ?? '')
    if (box) now.push({ ...box, x: at.x + (around?.x ?? 0), y: at.y + (around?.y ?? 0) })
  }
  const moved = boundsOf(now)
  if (!moved) return positions
  const [x, y, zoom] = transform
  const seen = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom }
  const others: Box[] = []
  for (const [id, box] of boxes) {
    const isSeen =
      box.x < seen.right &&
      box.y < seen.bottom &&
      box.x + box.width > seen.left &&
      box.y + box.height > seen.top
    if (!isSeen || positions.has(id)) continue
    const outer = ancestorsOf(model, id)
    if ([...positions.keys()].some((own) => outer.has(own))) continue
    others.push(box)
    if (others.length > MAX_OTHERS) return positions
  }
  const { dx, dy, guides } = snapTo(moved, others, REACH / zoom)
  const { guides: shown } = useCanvasUi.getState()
  if (shown.length > 0 || guides.length > 0) useCanvasUi.setState({ guides })
  if (dx === 0 && dy === 0) return positions
  return new Map([...positions].map(([id, at]) => [id, { x: at.x + dx, y: at.y + dy }]))
}
