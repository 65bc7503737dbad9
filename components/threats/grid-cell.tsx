import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

type GridCellProps = Pick<ComponentProps<'div'>, 'className' | 'children' | 'onClick'>

/** A cell of a virtual list's line; the list itself takes the keyboard. */
export function GridCell({ className, children, onClick }: GridCellProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click here is only kept from reaching the line.
    // biome-ignore lint/a11y/useSemanticElements: lines of a virtual list are placed one by one, which table cells cannot be.
    <div role="gridcell" tabIndex={-1} onClick={onClick} className={cn('min-w-0 outline-none', className)}>
      {children}
    </div>
  )
}
