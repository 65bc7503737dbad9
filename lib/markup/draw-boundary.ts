import { fitText, measureText } from '@/lib/markup/measure-text'
import type { SceneNode } from '@/lib/markup/scene'
import { svgElement } from '@/lib/markup/svg-element'
import type { SvgTheme } from '@/lib/markup/svg-theme'

const TAB_HEIGHT = 24

/** The tinted, dashed room of a boundary. Tints add up, so nested ones are a little darker. */
export function drawBoundary({ rect }: SceneNode, theme: SvgTheme): string {
  return svgElement('rect', {
    ...rect,
    rx: 8,
    fill: theme.boundaryFill,
    'fill-opacity': 0.055,
    stroke: theme.boundaryLine,
    'stroke-width': 1.25,
    'stroke-dasharray': '7 4',
  })
}

/** The label on the boundary's line, at its top left. */
export function drawTab({ rect, component, typeLabel }: SceneNode, theme: SvgTheme): string {
  const room = rect.width - 40
  const name = fitText(component.name, 12, Math.max(60, room - measureText(typeLabel, 10.5)))
  const nameWidth = measureText(name, 12.8)
  const type = component.name === typeLabel ? '' : typeLabel
  const width = nameWidth + (type ? measureText(type, 10.5) + 8 : 0) + 20
  const x = rect.x + 12
  const y = rect.y - TAB_HEIGHT / 2 + 8
  return svgElement(
    'g',
    {},
    {
      children: [
        svgElement('title', {}, { text: `${component.name} · ${typeLabel}` }),
        svgElement('rect', {
          x,
          y,
          width,
          height: TAB_HEIGHT,
          rx: 5,
          fill: theme.tabFill,
          stroke: theme.boundaryLine,
        }),
        svgElement(
          'text',
          { x: x + 10, y: y + 16, 'font-size': 12, 'font-weight': 600, fill: theme.boundaryText },
          { text: name },
        ),
        ...(type
          ? [
              svgElement(
                'text',
                { x: x + 10 + nameWidth + 8, y: y + 16, 'font-size': 10.5, fill: theme.muted },
                { text: type },
              ),
            ]
          : []),
      ],
    },
  )
}

/** The room that a tab takes, so that labels keep clear of it. */
export function tabRect({ rect, component, typeLabel }: SceneNode): {
  x: number
  y: number
  width: number
  height: number
} {
  const width = Math.min(rect.width, measureText(`${component.name} ${typeLabel}`, 12) + 40)
  return { x: rect.x, y: rect.y - 4, width, height: TAB_HEIGHT + 4 }
}
