'use client'

import type { ReactNode } from 'react'
import { LiveRegion } from '@/components/ui/live-region'
import { ToastArea } from '@/components/ui/toast'
import { TooltipArea } from '@/components/ui/tooltip'

/** What every page needs around it, signed in or not. No component may write a style element: the policy refuses it. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <ToastArea />
      <TooltipArea />
      <LiveRegion />
    </>
  )
}
