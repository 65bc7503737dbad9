'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'

const MARK = 'data-tip'
/** Milliseconds before the first one shows; the next ones follow at once while one goes from button to button. */
const DELAY = 400
const LINGERS = 300
const GAP = 6

/**
 * A short name or explanation on hover and focus; spread over one element. Never the only place of something that
 * matters: the element has its accessible name besides.
 */
export function tip(label: string, keys: readonly string[] = []) {
  return { [MARK]: label, 'data-tip-keys': keys.length > 0 ? keys.join(' ') : undefined }
}

type Tip = { target: HTMLElement; label: string; keys: string[] }

function tipOf(target: HTMLElement): Tip {
  const { tip: label = '', tipKeys } = target.dataset
  return { target, label, keys: tipKeys?.split(' ') ?? [] }
}

const markedAt = (at: EventTarget | null) =>
  at instanceof Element ? (at.closest<HTMLElement>(`[${MARK}]`) ?? undefined) : undefined

/** Once, around the app: shows the words of whatever is pointed at or has the focus. Esc and a press put them away. */
export function TooltipArea() {
  const [shown, setShown] = useState<Tip>()
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let target: HTMLElement | undefined
    let goneAt = -LINGERS
    const later = (work: () => void, delay: number) => {
      clearTimeout(timer)
      timer = setTimeout(work, delay)
    }
    const hide = () => {
      clearTimeout(timer)
      if (target && panel.current) goneAt = performance.now()
      target = undefined
      setShown(undefined)
    }
    const show = (next: HTMLElement, delay: number) => {
      if (next === target) return clearTimeout(timer)
      target = next
      const isNear = panel.current !== null || performance.now() - goneAt < LINGERS
      later(() => next.isConnected && setShown(tipOf(next)), isNear ? 0 : delay)
    }
    const onOver = ({ target: at, pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return
      const marked = markedAt(at)
      if (marked) show(marked, DELAY)
      // The pointer may go onto the words without losing them.
      else if (at instanceof Node && panel.current?.contains(at)) clearTimeout(timer)
      else if (target) later(hide, 80)
    }
    const onFocus = ({ target: at }: FocusEvent) => {
      const marked = markedAt(at)
      if (marked?.matches(':focus-visible')) show(marked, 0)
      else hide()
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide()
    }
    document.addEventListener('pointerover', onOver)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', hide)
    document.addEventListener('pointerdown', hide, true)
    document.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onOver)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('pointerdown', hide, true)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [])

  useLayoutEffect(() => {
    if (shown && panel.current) place(panel.current, shown.target)
  }, [shown])

  if (!shown) return null
  return (
    <div
      ref={panel}
      role="tooltip"
      className="fixed top-0 left-0 z-70 flex max-w-80 animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-page text-xs"
    >
      {shown.label}
      {shown.keys.length > 0 ? <Kbd keys={shown.keys} tone="inverse" /> : null}
    </div>
  )
}

/** Below its target and within the window, or above it where there is no room below. */
function place(panel: HTMLElement, target: HTMLElement): void {
  const at = target.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const { clientWidth, clientHeight } = document.documentElement
  const isBelow = at.bottom + GAP + height <= clientHeight
  const left = Math.max(4, Math.min(at.left + at.width / 2 - width / 2, clientWidth - width - 4))
  panel.style.left = `${left}px`
  panel.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - height}px`
}
