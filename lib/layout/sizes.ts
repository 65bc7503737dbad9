// Sizes in pixels at zoom 1. The canvas, the layout and the SVG drawing share them.

/** A component's card. */
export const CARD_WIDTH = 200
export const CARD_HEIGHT = 64

/** Room between a boundary's line and what stands inside it. */
export const BOUNDARY_PADDING = 24
/** Room for a boundary's label above what stands inside it, on top of the padding. */
export const BOUNDARY_HEADER = 32
/** A boundary with nothing in it. */
export const EMPTY_BOUNDARY_WIDTH = 248
export const EMPTY_BOUNDARY_HEIGHT = 112

/** Room between columns, for the labels of flows. */
export const COLUMN_GAP = 104
/** Room between what stands above each other. */
export const ROW_GAP = 28
/** Room between groups that no flow connects. */
export const GROUP_GAP = 40

/** What width and height of anything with children stay between: 1:3 and 3:1. */
export const MAX_ASPECT = 3
/** What a layout aims at: a little wider than high, as screens and pages are. */
export const IDEAL_ASPECT = 1.5
