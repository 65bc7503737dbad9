import type { Point } from '@/lib/layout/geometry'
import type { Gate } from '@/lib/markup/place-gates'
import { LABEL_SIZE, type Label } from '@/lib/markup/place-labels'
import type { Route, Side } from '@/lib/markup/route-flows'
import { round, svgElement } from '@/lib/markup/svg-element'
import type { SvgTheme } from '@/lib/markup/svg-theme'

const ARROW = 7
const BAR = 6.5

/** A flow's curve with its arrow heads. */
export function drawFlow({ flow, points: [a, b, c, d], start, end }: Route, theme: SvgTheme): string {
  const tip = (at: Point, side: Side) => svgElement('path', { d: arrow(at, side), fill: theme.flow })
  const curve = `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`
  const text = `${flow.from.component.name} → ${flow.to.component.name}: ${flow.label}`
  return svgElement('g', flow.flow.gone ? { opacity: 0.5 } : {}, {
    children: [
      svgElement('title', {}, { text }),
      svgElement('path', { d: curve, fill: 'none', stroke: theme.flow, 'stroke-width': 1.4 }),
      tip(d, end),
      ...(flow.flow.both ? [tip(a, start)] : []),
    ],
  })
}

/** Two bars across a flow: here it passes a trust boundary. */
export function drawGate({ at: middle, direction }: Gate, theme: SvgTheme): string {
  const across = { x: -direction.y * BAR, y: direction.x * BAR }
  const bar = (shift: number) => {
    const x = middle.x + direction.x * shift
    const y = middle.y + direction.y * shift
    return `M${at({ x: x - across.x, y: y - across.y })}L${at({ x: x + across.x, y: y + across.y })}`
  }
  return svgElement('path', {
    d: bar(-2) + bar(2),
    stroke: theme.gate,
    'stroke-width': 1.8,
    'stroke-linecap': 'round',
    fill: 'none',
  })
}

/** A flow's label, on a ground that lets it be read above the curve. */
export function drawLabel({ text, at: middle, width, height }: Label, theme: SvgTheme): string {
  return svgElement(
    'g',
    {},
    {
      children: [
        svgElement('rect', {
          x: middle.x - width / 2,
          y: middle.y - height / 2,
          width,
          height,
          rx: 3,
          fill: theme.ground,
          'fill-opacity': 0.88,
        }),
        svgElement(
          'text',
          {
            x: middle.x,
            y: middle.y + 3.6,
            'font-size': LABEL_SIZE,
            'text-anchor': 'middle',
            fill: theme.muted,
          },
          { text },
        ),
      ],
    },
  )
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function arrow(tip: Point, side: Side): string {
  const half = ARROW / 2
  const [dx, dy] = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] }[side] as [number, number]
  const base = { x: tip.x + dx * ARROW, y: tip.y + dy * ARROW }
  const one = { x: base.x - dy * half, y: base.y + dx * half }
  const two = { x: base.x + dy * half, y: base.y - dx * half }
  return `M${at(tip)}L${at(one)}L${at(two)}Z`
}
