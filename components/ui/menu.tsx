'use client'

import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import type { MenuChoiceProps, MenuItemProps, MenuLinkProps } from '@/components/ui/floating/menu-popup'
import { lazyParts } from '@/components/ui/lazy-parts'
import { Opener, useOpening } from '@/components/ui/opener'

/** The panel and its entries; entries stand in an open panel only, so that by then they are there. */
export const menuParts = lazyParts(() => import('@/components/ui/floating/menu-popup'))

type MenuProps = {
  /** The element that opens it. */
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

/** Things to do with something. Children: MenuItem, MenuLink, MenuChoice, MenuDivider. */
export function Menu({ trigger, align = 'end', side = 'bottom', children }: MenuProps) {
  const anchor = useRef<HTMLElement>(null)
  // Opens beside its trigger in the document too, so that it is read as part of the same landmark.
  const [container, setContainer] = useState<HTMLElement | null>(null)
  const [edge, setEdge] = useState<'first' | 'last'>()
  const { isOpen, isMounted, setOpen } = useOpening({})
  const parts = menuParts.useParts(isOpen, () => setOpen(false))
  return (
    <>
      <Opener
        ref={anchor}
        trigger={trigger}
        kind="menu"
        isOpen={isOpen}
        onOpen={(at) => {
          setEdge(at)
          setOpen(true)
        }}
        onNear={menuParts.load}
      />
      <span ref={setContainer} className="contents" />
      {parts && isMounted ? (
        <parts.MenuPopup
          isOpen={isOpen}
          onOpenChange={setOpen}
          anchor={anchor}
          container={container}
          align={align}
          side={side}
          edge={edge}
        >
          {children}
        </parts.MenuPopup>
      ) : null}
    </>
  )
}

export function MenuItem(props: MenuItemProps) {
  const parts = menuParts.useParts(true)
  return parts ? <parts.MenuItemEntry {...props} /> : null
}

/** Goes to a page of ours, or starts a download. */
export function MenuLink(props: MenuLinkProps) {
  const parts = menuParts.useParts(true)
  return parts ? <parts.MenuLinkEntry {...props} /> : null
}

/** One of several, with a tick at the present one. */
export function MenuChoice<V extends string>(props: MenuChoiceProps<V>) {
  const parts = menuParts.useParts(true)
  return parts ? <parts.MenuChoiceEntries {...props} /> : null
}

export function MenuDivider() {
  const parts = menuParts.useParts(true)
  return parts ? <parts.MenuLine /> : null
}
