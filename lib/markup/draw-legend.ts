import type { Point } from '@/lib/layout/geometry'
import { drawGate } from '@/lib/markup/draw-flow'
import { svgElement } from '@/lib/markup/svg-element'
import type { SvgTheme } from '@/lib/markup/svg-theme'

export const LEGEND_HEIGHT = 44
export const LEGEND_WIDTH = 620

/** One line that says what the shapes mean. */
export function drawLegend({ x, y }: Point, theme: SvgTheme): string[] {
  const line = { fill: theme.cardFill, stroke: theme.cardLine, 'stroke-width': 1.25 }
  const sample = { y, width: 26, height: 16 }
  const word = (at: number, text: string) =>
    svgElement('text', { x: x + at, y: y + 12, 'font-size': 11, fill: theme.muted }, { text })
  return [
    svgElement('rect', { ...sample, ...line, x, rx: 5 }),
    word(34, 'Process'),
    svgElement('rect', { ...sample, ...line, x: x + 98, rx: 1 }),
    svgElement('path', { d: `M${x + 98} ${y + 3.5}h26`, stroke: theme.cardLine, 'stroke-width': 1.25 }),
    word(132, 'Store'),
    svgElement('rect', { ...sample, ...line, x: x + 182, 'stroke-dasharray': '4 2.5' }),
    word(216, 'External entity'),
    svgElement('rect', {
      ...sample,
      x: x + 312,
      rx: 3,
      fill: theme.boundaryFill,
      'fill-opacity': 0.1,
      stroke: theme.boundaryLine,
      'stroke-dasharray': '4 2.5',
    }),
    word(346, 'Trust boundary'),
    svgElement('path', { d: `M${x + 446} ${y + 8}h26`, stroke: theme.flow, 'stroke-width': 1.4 }),
    drawGate({ at: { x: x + 459, y: y + 8 }, direction: { x: 1, y: 0 }, zoneId: '' }, theme),
    word(480, 'Flow crossing a boundary'),
  ]
}
