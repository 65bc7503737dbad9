'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { useFirstFocus } from '@/components/ui/first-focus'

export type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** The element that opens it; leave out when `isOpen` is steered from outside. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** Buttons at the bottom right, the main one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  /** Only text to read: nothing in it takes the focus, so the text does, to be scrolled by keys. */
  isText?: boolean
  children?: ReactNode
}

const sizes = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' }

/** A question or a short form in the way of everything else. Esc and the cross close it; focus returns. */
export function Dialog({
  title,
  description,
  trigger,
  isOpen,
  onOpenChange,
  footer,
  size = 'md',
  isText = false,
  children,
}: DialogProps) {
  const focus = useFirstFocus()
  return (
    <Base.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange: (open: boolean) => onOpenChange(open) } : {})}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          {...focus}
          className={cn(
            'floating fade-float -translate-x-1/2 fixed top-[max(1rem,12vh)] left-1/2 z-40 flex max-h-[76vh] w-[calc(100vw-2rem)] flex-col',
            sizes[size],
          )}
        >
          <OverlayHeading title={title} description={description} />
          {children ? (
            <div tabIndex={isText ? 0 : undefined} className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">
              {children}
            </div>
          ) : null}
          {footer ? <OverlayFooter>{footer}</OverlayFooter> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

export const backdropStyle =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-(--motion-fast) data-starting-style:opacity-0 data-ending-style:opacity-0'

/** Title, one line of explanation and the cross, as Dialog and Sheet share them. */
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
    <div className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3">
      {children}
    </div>
  )
}
