import { Box, Database, SquareDashed, User } from 'lucide-react'
import { brandPaths, lucideIcons } from '@/components/canvas/icon-table'
import type { ComponentType } from '@/lib/catalogue/entries'

const ofKind = { process: Box, store: Database, external: User, boundary: SquareDashed }

type TypeIconProps = { type: Pick<ComponentType, 'icon' | 'kind'> | undefined; className?: string }

/** The icon of a component type; decoration, because the type's name stands beside it. */
export function TypeIcon({ type, className }: TypeIconProps) {
  const brand = type?.icon.startsWith('simple:') ? brandPaths[type.icon.slice('simple:'.length)] : undefined
  if (brand) {
    return (
      <svg aria-hidden viewBox="0 0 24 24" fill="currentColor" className={className}>
        <path d={brand} />
      </svg>
    )
  }
  const Icon = (type && lucideIcons[type.icon]) ?? ofKind[type?.kind ?? 'process']
  return <Icon aria-hidden strokeWidth={1.75} {...(className !== undefined && { className })} />
}
