'use client'

import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { buttonStyle } from '@/components/ui/button-style'
import { CircleAlert, CircleCheck, X } from '@/components/ui/icons'

type ToastOptions = {
  /** One sentence: "Deleted Shop." */
  title: string
  description?: string
  tone?: 'success' | 'danger'
  action?: { label: string; onClick: () => void }
}

type Shown = ToastOptions & { id: number }

/** How many are in sight at a time; the oldest go first. */
const LIMIT = 3
const STAYS = { success: 5000, danger: 10_000 }

const useToasts = create<{ shown: readonly Shown[]; isHeld: boolean }>(() => ({ shown: [], isHeld: false }))
let lastId = 0

/** Says that something is done (or was not). Read out by screen readers; goes by itself. From anywhere in the browser. */
export function toast(options: ToastOptions): void {
  lastId += 1
  const shown: Shown = { ...options, id: lastId }
  useToasts.setState((state) => ({ shown: [...state.shown, shown].slice(-LIMIT) }))
}

function dismiss(id: number): void {
  useToasts.setState((state) => {
    const shown = state.shown.filter((each) => each.id !== id)
    return { shown, isHeld: state.isHeld && shown.length > 0 }
  })
}

/** Once, around the app. F6 goes to what is shown; pointing at it or standing in it keeps it. */
export function ToastArea() {
  const shown = useToasts((state) => state.shown)
  const area = useRef<HTMLElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || useToasts.getState().shown.length === 0) return
      event.preventDefault()
      area.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const hold = (isHeld: boolean) => useToasts.setState({ isHeld })
  return (
    // Regions that are there before what they say, so that it is read out: calmly, or at once where something failed.
    // Above the bars that float at the foot of a page: the drawing's buttons, and what is done with a selection.
    <section
      ref={area}
      aria-label="Notifications"
      tabIndex={-1}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className="fixed bottom-18 left-1/2 z-60 flex w-[calc(100vw-2rem)] max-w-sm -translate-x-1/2 flex-col gap-2 outline-none"
    >
      <div role="status" className="flex flex-col gap-2">
        {shown.map((each) => (each.tone === 'danger' ? null : <Toast key={each.id} {...each} />))}
      </div>
      <div role="alert" className="flex flex-col gap-2">
        {shown.map((each) => (each.tone === 'danger' ? <Toast key={each.id} {...each} /> : null))}
      </div>
    </section>
  )
}

function Toast({ id, title, description, tone = 'success', action }: Shown) {
  const isHeld = useToasts((state) => state.isHeld)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => dismiss(id), STAYS[tone])
    return () => clearTimeout(timer)
  }, [isHeld, id, tone])
  return (
    <div className="floating flex animate-appear items-start gap-2.5 py-2.5 pr-2 pl-3">
      {tone === 'danger' ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      ) : (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
      )}
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p className="font-medium text-sm">{title}</p>
        {description ? <p className="text-ink-muted text-xs">{description}</p> : null}
      </div>
      {action ? (
        <button
          type="button"
          className={buttonStyle('ghost', 'sm', 'text-accent! h-6!')}
          onClick={() => {
            dismiss(id)
            action.onClick()
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label="Dismiss"
        className={buttonStyle('ghost', 'sm', 'size-6 px-0! h-6!')}
        onClick={() => dismiss(id)}
      >
        <X aria-hidden />
      </button>
    </div>
  )
}
