'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Theme } from '@/components/shell/theme'
import type { Role } from '@/lib/model/protocol'

/** What every page of the app knows of the person. */
export type ShellPerson = { id: string; name: string; role: Role }

type ShellState = {
  person: ShellPerson
  theme: Theme
  /** Every model of the workspace, for the palette; it may still be on its way. */
  models: Promise<readonly { id: string; name: string }[]>
}

const Context = createContext<ShellState | undefined>(undefined)

export function ShellProvider({ children, ...state }: ShellState & { children: ReactNode }) {
  return <Context value={state}>{children}</Context>
}

export function useShell(): ShellState {
  const state = useContext(Context)
  if (!state) throw new Error('This component stands outside of the app frame.')
  return state
}

/** True for who describes systems: draws, imports, changes settings. Reviewers judge threats; viewers read. */
export function useCanDescribe(): boolean {
  const { role } = useShell().person
  return role === 'owner' || role === 'editor'
}
