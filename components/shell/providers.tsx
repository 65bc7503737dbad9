'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { LiveRegion } from '@/components/ui/live-region'
import { ToastProvider } from '@/components/ui/toast'

/** What every page needs around it, signed in or not. No component may write a style element: the policy refuses it. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400}>
        <ToastProvider>{children}</ToastProvider>
        <LiveRegion />
      </Tooltip.Provider>
    </CSPProvider>
  )
}
