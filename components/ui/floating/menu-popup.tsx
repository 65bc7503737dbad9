'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import { type ComponentProps, type ReactNode, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { Check } from '@/components/ui/icons'
import { Kbd } from '@/components/ui/kbd'

export type MenuItemProps = {
  icon?: ReactNode
  keys?: readonly string[]
  isDangerous?: boolean
  isDisabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export type MenuLinkProps = { icon?: ReactNode; href: string; isDownload?: boolean; children: ReactNode }

export type MenuChoiceProps<V extends string> = {
  value: V
  options: readonly { value: V; label: ReactNode; icon?: ReactNode }[]
  onChange: (value: V) => void
}

const itemStyle =
  'flex min-h-7 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-sm text-ink outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted'

type MenuPopupProps = Pick<ComponentProps<typeof Base.Positioner>, 'anchor' | 'align' | 'side'> & {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  container?: HTMLElement | null
  /** Opened by keys: the entry that they go on from. */
  edge?: 'first' | 'last' | undefined
  /** At a point and not beside an element: it is moved into the window rather than made smaller. */
  isAtPoint?: boolean
  children: ReactNode
}

const atPoint = {
  sideOffset: 0,
  collisionAvoidance: { side: 'shift', align: 'shift', fallbackAxisSide: 'none' },
} as const

/** The panel of a Menu, and of a ContextMenu. */
export function MenuPopup({
  isOpen,
  onOpenChange,
  anchor,
  align,
  side,
  container,
  edge,
  isAtPoint = false,
  children,
}: MenuPopupProps) {
  const panel = useRef<HTMLDivElement>(null)
  const entryAt = (at: 'first' | 'last') => {
    const entries = panel.current?.querySelectorAll<HTMLElement>(
      '[role^="menuitem"]:not([aria-disabled="true"])',
    )
    return entries?.[at === 'first' ? 0 : entries.length - 1]
  }
  return (
    <CSPProvider disableStyleElements>
      <Base.Root open={isOpen} onOpenChange={(open) => onOpenChange(open)}>
        <Base.Portal {...(container === undefined ? {} : { container })}>
          <Base.Positioner
            {...(anchor === undefined ? {} : { anchor })}
            {...(align === undefined ? {} : { align })}
            {...(side === undefined ? {} : { side })}
            {...(isAtPoint ? atPoint : { sideOffset: 4 })}
            positionMethod="fixed"
            className="z-50 outline-none"
          >
            <Base.Popup
              ref={panel}
              {...(edge && { initialFocus: () => entryAt(edge) ?? true })}
              className={cn(
                'floating fade-float fit-available overflow-y-auto p-1 outline-none',
                isAtPoint ? 'min-w-56' : 'anchor-width',
              )}
            >
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  )
}

export function MenuItemEntry({ icon, keys, isDangerous, isDisabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      {...(isDisabled ? { disabled: true } : {})}
      className={cn(itemStyle, isDangerous && 'text-danger [&_svg]:text-danger!')}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </Base.Item>
  )
}

export function MenuLinkEntry({ icon, href, isDownload, children }: MenuLinkProps) {
  return (
    <Base.LinkItem
      // A download must not be taken over by the router.
      {...(isDownload ? { href, download: true } : { render: <Link href={href} /> })}
      closeOnClick
      className={itemStyle}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Base.LinkItem>
  )
}

export function MenuChoiceEntries<V extends string>({ value, options, onChange }: MenuChoiceProps<V>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={itemStyle}>
          {option.icon}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          <Base.RadioItemIndicator>
            <Check aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

export function MenuLine() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />
}
