import type { ReactNode } from 'react'
import { ThreatViews } from '@/components/insight/threat-views'

/** The threats of a model, looked at in several ways. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <ThreatViews />
      {children}
    </>
  )
}
