'use client'

import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { ReactNode } from 'react'

type ContextMenuProps = {
  /** Children of a Menu: MenuItem, MenuDivider. */
  items: ReactNode
  className?: string
  children: ReactNode
}

/** A menu at the pointer, on the right button or a long press. Everything in it can also be reached another way. */
export function ContextMenu({ items, className, children }: ContextMenuProps) {
  return (
    <Base.Root>
      <Base.Trigger className={className}>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner positionMethod="fixed" className="z-50 outline-none">
          <Base.Popup className="floating fade-float fit-available min-w-56 overflow-y-auto p-1 outline-none">
            {items}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
