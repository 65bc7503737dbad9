'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { X } from '@/components/ui/icons'

type OverlayProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; children: ReactNode }

/** What lies over the page and takes every key, with the page dimmed below. Children: a `Dialog.Popup`. */
export function Overlay({ isOpen, onOpenChange, children }: OverlayProps) {
  return (
    // No component may write a style element: the content security policy refuses it.
    <CSPProvider disableStyleElements>
      <Base.Root open={isOpen} onOpenChange={(open) => onOpenChange(open)}>
        <Base.Portal>
          <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--motion-fast) data-ending-style:opacity-0 data-starting-style:opacity-0" />
          {children}
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  )
}

/** Title, one line of explanation and the cross, as dialogs and sheets share them. */
export function OverlayHeading({ title, description }: { title: ReactNode; description?: ReactNode }) {
  return (
    <div className="flex items-start gap-3 px-5 pt-4 pb-3">
      <div className="min-w-0 flex-1">
        <Base.Title className="font-semibold text-lg">{title}</Base.Title>
        {description ? (
          <Base.Description className="mt-0.5 text-ink-muted text-sm">{description}</Base.Description>
        ) : null}
      </div>
      <Base.Close aria-label="Close" className={buttonStyle('ghost', 'sm', '-mr-2 size-7 px-0!')}>
        <X aria-hidden />
      </Base.Close>
    </div>
  )
}

export function OverlayFooter({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap-reverse items-center justify-end gap-2 border-line border-t px-5 py-3">
      {children}
    </div>
  )
}
