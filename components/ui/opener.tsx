'use client'

import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type Ref,
  useCallback,
  useState,
} from 'react'

type TriggerProps = {
  ref?: Ref<HTMLElement>
  onClick?: (event: MouseEvent<HTMLElement>) => void
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  onPointerEnter?: () => void
  onFocus?: () => void
}

type OpenerProps = {
  /** A button, or something that hands its props to one. */
  trigger: ReactElement
  kind: 'dialog' | 'menu'
  isOpen: boolean
  /** `edge`: opened by keys, at the first or the last entry. */
  onOpen: (edge?: 'first' | 'last') => void
  /** Starts loading what will be opened. */
  onNear: () => void
  ref?: Ref<HTMLElement>
}

/** The element that opens something that is loaded later: it says so to everyone, and stays the same element all the time. */
export function Opener({ trigger, kind, isOpen, onOpen, onNear, ref }: OpenerProps) {
  const element = trigger as ReactElement<TriggerProps & Record<string, unknown>>
  const { onClick, onKeyDown } = element.props
  return cloneElement(element, {
    ...(ref && { ref }),
    'aria-haspopup': kind,
    'aria-expanded': isOpen,
    'data-popup-open': isOpen ? '' : undefined,
    onPointerEnter: onNear,
    onFocus: onNear,
    onClick(event) {
      onClick?.(event)
      // Safari leaves the focus where it was; it has to come back here when what opens is closed.
      event.currentTarget.focus()
      onOpen(event.detail === 0 ? 'first' : undefined)
    },
    onKeyDown(event) {
      onKeyDown?.(event)
      if (kind !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      event.preventDefault()
      onOpen(event.key === 'ArrowDown' ? 'first' : 'last')
    },
  })
}

type Given = { isOpen?: boolean | undefined; onOpenChange?: ((isOpen: boolean) => void) | undefined }

/**
 * Whether something is open, kept here unless it is steered from outside. `isMounted` stays true after the first time,
 * so that it can leave with its own motion.
 */
export function useOpening({ isOpen: given, onOpenChange }: Given) {
  const [own, setOwn] = useState(false)
  const isOpen = given ?? own
  const [isMounted, setMounted] = useState(isOpen)
  if (isOpen && !isMounted) setMounted(true)
  const setOpen = useCallback(
    (next: boolean) => {
      setOwn(next)
      onOpenChange?.(next)
    },
    [onOpenChange],
  )
  return { isOpen, isMounted, setOpen }
}
