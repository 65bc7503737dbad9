import type { ReactNode } from 'react'
import { WorkspaceFrame } from '@/components/people/workspace-frame'

/** The pages about people have one frame. */
export default function Layout({ children }: { children: ReactNode }) {
  return <WorkspaceFrame>{children}</WorkspaceFrame>
}
