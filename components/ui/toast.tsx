'use client'

import { Toast as Base } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

const manager = Base.createToastManager()

type ToastOptions = {
  /** One sentence: "Deleted Shop." */
  title: string
  description?: string
  tone?: 'success' | 'danger'
  action?: { label: string; onClick: () => void }
}

/** Says that something is done (or was not). Read out by screen readers; goes by itself. From anywhere in the browser. */
export function toast({ title, description, tone = 'success', action }: ToastOptions): void {
  manager.add({
    title,
    ...(description ? { description } : {}),
    type: tone,
    priority: tone === 'danger' ? 'high' : 'low',
    timeout: tone === 'danger' ? 10_000 : 5000,
    ...(action ? { actionProps: { children: action.label, onClick: action.onClick } } : {}),
  })
}

/** Once, around the app. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed bottom-4 left-1/2 z-60 -translate-x-1/2 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2 outline-none max-md:bottom-18">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function ToastList() {
  const { toasts } = Base.useToastManager()
  return toasts.map((item) => (
    <Base.Root key={item.id} toast={item} className="floating fade-float data-limited:hidden">
      <Base.Content className="flex items-start gap-2.5 py-2.5 pr-2 pl-3">
        {item.type === 'danger' ? (
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        ) : (
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
        )}
        <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <Base.Title render={<p />} className="font-medium text-sm" />
          <Base.Description className="text-ink-muted text-xs" />
        </div>
        <Base.Action className={buttonStyle('ghost', 'sm', 'text-accent! h-6!')} />
        <Base.Close aria-label="Dismiss" className={buttonStyle('ghost', 'sm', 'size-6 px-0! h-6!')}>
          <X aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
