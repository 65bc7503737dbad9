import { CARD_HEIGHT } from '@/lib/layout/sizes'
import { fitText, measureText } from '@/lib/markup/measure-text'
import type { SceneNode } from '@/lib/markup/scene'
import { svgElement } from '@/lib/markup/svg-element'
import type { SvgTheme } from '@/lib/markup/svg-theme'
import type { Severity, Stride } from '@/lib/model/judgement'

/** What a card says of its component's open threats. */
export type CardThreats = { letters: Readonly<Partial<Record<Stride, number>>>; worst?: Severity }

const NAME_SIZE = 13
/** How much wider bold text is. */
const BOLD = 1.07
const TYPE_SIZE = 11
const LETTER_SIZE = 10
/** For a component that is called as its type is. */
const kindLabels = {
  process: 'Process',
  store: 'Store',
  external: 'External entity',
  boundary: 'Trust boundary',
} as const
const strideOrder: readonly Stride[] = ['S', 'T', 'R', 'I', 'D', 'E']

/** A component's card. `alsoIn` are the names of boundaries that it is in without standing in them. */
export function drawCard(
  node: SceneNode,
  alsoIn: readonly string[],
  threats: CardThreats | undefined,
  theme: SvgTheme,
): string {
  const { rect, component, typeLabel } = node
  const { x, y, width } = rect
  const letters = strideOrder.filter((letter) => (threats?.letters[letter] ?? 0) > 0)
  const top = letters.length > 0 ? y : y + 6
  const room = width - 28
  const small = [
    component.name === typeLabel ? kindLabels[node.kind] : typeLabel,
    ...(alsoIn.length > 0 ? [`also in ${alsoIn.join(', ')}`] : []),
  ].join(' · ')
  return svgElement('g', component.gone ? { opacity: 0.55 } : {}, {
    children: [
      svgElement(
        'title',
        {},
        { text: [component.name, small, ...(component.gone ? ['no longer in its files'] : [])].join(' · ') },
      ),
      ...shape(node, theme),
      ...(threats?.worst
        ? [
            svgElement('rect', {
              x: x + 5,
              y: y + 10,
              width: 3.5,
              height: CARD_HEIGHT - 20,
              rx: 1.75,
              fill: theme.severity[threats.worst],
            }),
          ]
        : []),
      svgElement(
        'text',
        { x: x + 16, y: top + 23, 'font-size': NAME_SIZE, 'font-weight': 600, fill: theme.text },
        { text: fitText(component.name, NAME_SIZE * BOLD, room) },
      ),
      svgElement(
        'text',
        { x: x + 16, y: top + 39, 'font-size': TYPE_SIZE, fill: theme.muted },
        { text: fitText(small, TYPE_SIZE, room) },
      ),
      ...drawLetters(letters, threats, { x: x + 16, y: y + 55 }, theme),
    ],
  })
}

function drawLetters(
  letters: readonly Stride[],
  threats: CardThreats | undefined,
  start: { x: number; y: number },
  theme: SvgTheme,
): string[] {
  let x = start.x
  const color = threats?.worst ? theme.severity[threats.worst] : theme.text
  return letters.map((letter) => {
    const text = `${letter} ${threats?.letters[letter] ?? 0}`
    const drawn = svgElement(
      'text',
      { x, y: start.y, 'font-size': LETTER_SIZE, 'font-weight': 600, fill: color },
      { text },
    )
    x += measureText(text, LETTER_SIZE) + 8
    return drawn
  })
}

function shape({ rect, kind }: SceneNode, theme: SvgTheme): string[] {
  const line = { fill: theme.cardFill, stroke: theme.cardLine, 'stroke-width': 1.25 }
  if (kind === 'external') return [svgElement('rect', { ...rect, ...line, 'stroke-dasharray': '5 3' })]
  if (kind === 'store') {
    const second = `M${rect.x} ${rect.y + 4.5}h${rect.width}`
    return [
      svgElement('rect', { ...rect, ...line, rx: 2 }),
      svgElement('path', { d: second, stroke: theme.cardLine, 'stroke-width': 1.25, fill: 'none' }),
    ]
  }
  return [svgElement('rect', { ...rect, ...line, rx: 10 })]
}
