import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Rect } from '@/lib/layout/geometry'
import type { Placements } from '@/lib/layout/layout-graph'
import { drawBoundary, drawTab, tabRect } from '@/lib/markup/draw-boundary'
import { type CardThreats, drawCard } from '@/lib/markup/draw-card'
import { drawFlow, drawGate, drawLabel } from '@/lib/markup/draw-flow'
import { drawLegend, LEGEND_HEIGHT, LEGEND_WIDTH } from '@/lib/markup/draw-legend'
import { placeGates } from '@/lib/markup/place-gates'
import { placeLabels } from '@/lib/markup/place-labels'
import { routeFlows } from '@/lib/markup/route-flows'
import { boundsOf, buildScene } from '@/lib/markup/scene'
import { svgElement } from '@/lib/markup/svg-element'
import { svgThemes } from '@/lib/markup/svg-theme'
import type { ThreatModel } from '@/lib/model/threat-model'

export type SvgOptions = {
  theme?: keyof typeof svgThemes
  /** Open threats by component id; without it, cards say nothing of threats. */
  threats?: Readonly<Record<string, CardThreats>>
  hasLegend?: boolean
}

const MARGIN = 32
const FONT = "Inter, ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/**
 * The model as a standalone SVG file: boundaries tinted and dashed, stores with a double top edge, external entities square
 * and dashed, flows as arrows with a gate at each boundary they cross. Holds no script, link, style or id, and every name
 * is escaped. Components without a placement get one in free space. Equal input gives equal bytes.
 */
export function drawSvg(
  model: ThreatModel,
  catalogue: Catalogue,
  placements: Readonly<Placements> = {},
  options: SvgOptions = {},
): string {
  const theme = svgThemes[options.theme ?? 'light']
  const scene = buildScene(model, catalogue, placements)
  const boxes = scene.nodes.filter((node) => node.isBox)
  const cards = scene.nodes.filter((node) => !node.isBox)
  const routes = routeFlows(scene)
  const gates = routes.flatMap((route) => placeGates(route, scene))
  const labels = placeLabels(routes, [...cards.map((card) => card.rect), ...boxes.map(tabRect)], gates)
  const view = viewOf(boundsOf(scene), options.hasLegend === true)
  const names = (ids: readonly string[]) => ids.map((id) => scene.byId.get(id)?.component.name ?? id)
  const summary = `${cards.length} components in ${boxes.length} boundaries, ${routes.length} data flows.`
  return `${svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: view.width,
      height: view.height,
      viewBox: [view.x, view.y, view.width, view.height].join(' '),
      role: 'img',
      'font-family': FONT,
    },
    {
      children: [
        svgElement('title', {}, { text: model.meta.name }),
        svgElement('desc', {}, { text: summary }),
        svgElement('rect', { ...view, fill: theme.ground }),
        ...boxes.map((box) => drawBoundary(box, theme)),
        ...routes.map((route) => drawFlow(route, theme)),
        ...gates.map((gate) => drawGate(gate, theme)),
        ...boxes.map((box) => drawTab(box, theme)),
        ...cards.map((card) =>
          drawCard(card, names(card.alsoIn), options.threats?.[card.component.id], theme),
        ),
        ...labels.flatMap((label) => (label ? [drawLabel(label, theme)] : [])),
        ...(options.hasLegend
          ? drawLegend({ x: view.x + MARGIN, y: view.y + view.height - LEGEND_HEIGHT }, theme)
          : []),
      ],
    },
  )}\n`
}

function viewOf(bounds: Rect, hasLegend: boolean): Rect {
  const x = Math.floor(bounds.x - MARGIN)
  const y = Math.floor(bounds.y - MARGIN)
  return {
    x,
    y,
    width: Math.max(Math.ceil(bounds.width) + 2 * MARGIN, hasLegend ? LEGEND_WIDTH + 2 * MARGIN : 2 * MARGIN),
    height: Math.ceil(bounds.height) + 2 * MARGIN + (hasLegend ? LEGEND_HEIGHT : 0),
  }
}
