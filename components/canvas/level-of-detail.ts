/** How much a zoom lets one see: whole cards with labels on flows, cards, plain boxes, or only boundaries as cards. */
export type Detail = 'full' | 'cards' | 'boxes' | 'zones'

/** Measured on 1,000 components: below these zooms nobody can read more, and drawing it costs frames. */
const BOXES_BELOW = 0.35
const ZONES_BELOW = 0.3
const LABELS_FROM = 0.6

export function detailAt(zoom: number): Detail {
  if (zoom < ZONES_BELOW) return 'zones'
  if (zoom < BOXES_BELOW) return 'boxes'
  return zoom < LABELS_FROM ? 'cards' : 'full'
}

/** Enlarges what must stay readable far out, in steps so that zooming does not restyle every frame. */
export function farScale(zoom: number): number {
  const steps = [1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24]
  return steps.find((step) => step >= 1 / zoom) ?? 24
}
