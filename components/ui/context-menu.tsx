'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { menuParts } from '@/components/ui/menu'
import { useOpening } from '@/components/ui/opener'
import { useLongPress } from '@/components/ui/use-long-press'

type ContextMenuProps = {
  /** Children of a Menu: MenuItem, MenuDivider. */
  items: ReactNode
  className?: string
  children: ReactNode
}

/** A menu at the pointer, on the right button or a long press. Everything in it can also be reached another way. */
export function ContextMenu({ items, className, children }: ContextMenuProps) {
  const [at, setAt] = useState({ x: 0, y: 0 })
  const { isOpen, isMounted, setOpen } = useOpening({})
  const parts = menuParts.useParts(isOpen, () => setOpen(false))
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }), [at])
  const openAt = (x: number, y: number) => {
    setAt({ x, y })
    setOpen(true)
  }
  const press = useLongPress(openAt)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu is a second way to what has buttons and keys. */}
      <div
        className={className}
        {...press}
        onContextMenu={(event) => {
          event.preventDefault()
          openAt(event.clientX, event.clientY)
        }}
      >
        {children}
      </div>
      {parts && isMounted ? (
        <parts.MenuPopup isOpen={isOpen} onOpenChange={setOpen} anchor={anchor} align="start" isAtPoint>
          {items}
        </parts.MenuPopup>
      ) : null}
    </>
  )
}
