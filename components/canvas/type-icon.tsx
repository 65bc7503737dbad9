import names from '@/components/canvas/type-icons.json'
import { Shape } from '@/components/ui/icons'
import type { ComponentType } from '@/lib/catalogue/entries'

const ofKind = { process: 'box', store: 'database', external: 'user', boundary: 'square-dashed' }
const shapes: ReadonlySet<string> = new Set([
  ...names.lucide,
  ...names.brands.map((name) => `simple:${name}`),
])

type TypeIconProps = { type: Pick<ComponentType, 'icon' | 'kind'> | undefined; className?: string }

/** True when there is a shape for what a type names. */
export function hasShape(icon: string): boolean {
  return shapes.has(icon)
}

/** The icon of a component type; decoration, because the type's name stands beside it. */
export function TypeIcon({ type, className }: TypeIconProps) {
  const name = type && hasShape(type.icon) ? type.icon : ofKind[type?.kind ?? 'process']
  const more = className === undefined ? {} : { className }
  // A brand's mark is a filled shape.
  return name.startsWith('simple:') ? (
    <Shape name={name.replace(':', '-')} fill="currentColor" stroke="none" {...more} />
  ) : (
    <Shape name={name} strokeWidth={1.75} {...more} />
  )
}
