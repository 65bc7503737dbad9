'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { type ReactElement, type ReactNode, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'

const itemStyle =
  'flex min-h-7 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-sm text-ink outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted'

type MenuProps = {
  /** The element that opens it. */
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

/** Things to do with something. Children: MenuItem, MenuLink, MenuChoice, MenuDivider. */
export function Menu({ trigger, align = 'end', side = 'bottom', children }: MenuProps) {
  // Opens beside its trigger in the document too, so that it is read as part of the same landmark.
  const [container, setContainer] = useState<HTMLElement | null>(null)
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <span ref={setContainer} className="contents" />
      <Base.Portal container={container}>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={4}
          positionMethod="fixed"
          className="z-50 outline-none"
        >
          <Base.Popup className="floating fade-float anchor-width fit-available overflow-y-auto p-1 outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type MenuItemProps = {
  icon?: ReactNode
  keys?: readonly string[]
  isDangerous?: boolean
  isDisabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon, keys, isDangerous, isDisabled, onSelect, children }: MenuItemProps) {
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

/** Goes to a page of ours, or starts a download. */
export function MenuLink({
  icon,
  href,
  isDownload,
  children,
}: {
  icon?: ReactNode
  href: string
  isDownload?: boolean
  children: ReactNode
}) {
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

type MenuChoiceProps<V extends string> = {
  value: V
  options: readonly { value: V; label: ReactNode; icon?: ReactNode }[]
  onChange: (value: V) => void
}

/** One of several, with a tick at the present one. */
export function MenuChoice<V extends string>({ value, options, onChange }: MenuChoiceProps<V>) {
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

export function MenuDivider() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />
}
