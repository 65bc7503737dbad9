import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { create } from 'zustand'

/**
 * One thing to do or place to go. The one registry of them feeds the palette (Mod+K), the shortcuts, the overlay of keys
 * (`?`) and the menus, so that none of them can say something else than another.
 */
export type Command = {
  id: string
  label: string
  /** The heading it stands under: "Go to", "This model". */
  group: string
  icon?: ReactNode
  /** Keys that do it: ["Mod", "Shift", "Z"], ["F2"]. They work anywhere on the page except where somebody types. */
  keys?: readonly string[]
  /** Further keys for the same. */
  alsoKeys?: readonly (readonly string[])[]
  /** The keys belong to the drawing or list: anywhere else they mean something to the control that has the focus. */
  isLocal?: boolean
  /** The browser announces it itself (copy, paste): the keys are shown, not listened to. */
  isNative?: boolean
  /** Not now: shown in menus, passed over by keys and palette. */
  isDisabled?: boolean
  isDangerous?: boolean
  /** Not in the palette: makes sense by key or in a menu only. */
  isOutOfPalette?: boolean
} & ({ href: string } | { run: () => void })

type PaletteState = {
  isOpen: boolean
  areKeysShown: boolean
  ofPages: Readonly<Record<string, readonly Command[]>>
}

export const usePalette = create<PaletteState>(() => ({ isOpen: false, areKeysShown: false, ofPages: {} }))

export function setPaletteOpen(isOpen: boolean): void {
  usePalette.setState({ isOpen })
}

/** Opens search and commands. */
export function openPalette(): void {
  setPaletteOpen(true)
}

/** Shows every key of the page. */
export function showKeys(areKeysShown = true): void {
  usePalette.setState({ areKeysShown })
}

/** Offers commands for as long as the component is on the page. Keep `commands` stable (useMemo). */
export function useCommands(owner: string, commands: readonly Command[]): void {
  useEffect(() => {
    usePalette.setState(({ ofPages }) => ({ ofPages: { ...ofPages, [owner]: commands } }))
  }, [owner, commands])
  useEffect(
    () => () => {
      usePalette.setState(({ ofPages }) => {
        const { [owner]: _gone, ...rest } = ofPages
        return { ofPages: rest }
      })
    },
    [owner],
  )
}

/** The command of this id, for a button or menu that stands for it; undefined where the page does not offer it. */
export function useCommand(id: string): Command | undefined {
  return usePalette(({ ofPages }) => {
    for (const commands of Object.values(ofPages)) {
      const found = commands.find((command) => command.id === id)
      if (found) return found
    }
    return undefined
  })
}

/** Commands whose label or group holds every typed word, in their order. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter((command) => {
    if (command.isDisabled || command.isOutOfPalette) return false
    const text = `${command.label} ${command.group}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
