/** How much a zoom lets one see: whole cards with labels on flows, names only, plain boxes, or boundaries as cards. */
export type Detail = 'full' | 'names' | 'boxes' | 'zones'

/** Below these zooms nobody can read more, and on a large drawing (measured on 1,000 components) it costs frames. */
const thresholds = {
  small: { full: 0.6, names: 0.2, boxes: 0.15 },
  large: { full: 0.6, names: 0.35, boxes: 0.3 },
}

/** From this many components on a drawing is large. */
const LARGE = 300

/** @param count components on the drawing. */
export function isLarge(count: number): boolean {
  return count >= LARGE
}

/** @param count components on the drawing. */
export function detailAt(zoom: number, count: number): Detail {
  const { full, names, boxes } = isLarge(count) ? thresholds.large : thresholds.small
  if (zoom >= full) return 'full'
  if (zoom >= names) return 'names'
  return zoom >= boxes ? 'boxes' : 'zones'
}

/** Enlarges what must stay readable far out, in steps so that zooming does not restyle every frame. */
export function farScale(zoom: number): number {
  const steps = [1, 1.5, 2, 2.5, 3, 4, 6, 8, 12, 16, 24]
  return steps.find((step) => step >= 1 / zoom) ?? 24
}
