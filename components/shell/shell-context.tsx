'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Theme } from '@/components/shell/theme'
import type { Role } from '@/lib/model/protocol'

/** What every page of the app knows of the person. */
export type ShellPerson = { id: string; name: string; role: Role }

export type ShellWorkspace = { id: string; name: string; role: Role }

type ShellState = {
  person: ShellPerson
  /** Where one is, and everywhere one could go. */
  workspace: { id: string; name: string }
  workspaces: readonly ShellWorkspace[]
  theme: Theme
  /** Every model of the workspace, for the palette; it may still be on its way. */
  models: Promise<readonly { id: string; name: string }[]>
}

const Context = createContext<ShellState | undefined>(undefined)

export function ShellProvider({ children, ...state }: ShellState & { children: ReactNode }) {
  return <Context value={state}>{children}</Context>
}

/** Inside, the person has another role: what is shown belongs to another workspace of theirs than the chosen one. */
export function RoleHere({ role, children }: { role: Role; children: ReactNode }) {
  const state = useShell()
  if (state.person.role === role) return children
  return <Context value={{ ...state, person: { ...state.person, role } }}>{children}</Context>
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
