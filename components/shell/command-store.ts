import { useEffect } from 'react'
import { create } from 'zustand'

/** One line of the palette: a place to go, or a thing to do. */
export type Command = {
  id: string
  label: string
  /** The heading it stands under: "Go to", "This model". */
  group: string
  keys?: readonly string[]
} & ({ href: string } | { run: () => void })

type PaletteState = { isOpen: boolean; ofPages: Readonly<Record<string, readonly Command[]>> }

export const usePalette = create<PaletteState>(() => ({ isOpen: false, ofPages: {} }))

export function setPaletteOpen(isOpen: boolean): void {
  usePalette.setState({ isOpen })
}

/** Opens search and commands. */
export function openPalette(): void {
  setPaletteOpen(true)
}

/** Offers commands for as long as the component is on the page. Keep `commands` stable (useMemo). */
export function useCommands(owner: string, commands: readonly Command[]): void {
  useEffect(() => {
    usePalette.setState(({ ofPages }) => ({ ofPages: { ...ofPages, [owner]: commands } }))
    return () => {
      usePalette.setState(({ ofPages }) => {
        const { [owner]: _gone, ...rest } = ofPages
        return { ofPages: rest }
      })
    }
  }, [owner, commands])
}

/** Commands whose label or group holds every typed word, in their order. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter((command) => {
    const text = `${command.label} ${command.group}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
