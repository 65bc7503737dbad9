'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { type Command, setPaletteOpen, usePalette } from '@/components/shell/command-store'
import { lazyParts } from '@/components/ui/lazy-parts'
import { useOpening } from '@/components/ui/opener'

const parts = lazyParts(() => import('@/components/shell/command-panel'))

/** Search and commands, on Mod+K from anywhere. */
export function CommandPalette() {
  const { isOpen, isMounted } = useOpening({ isOpen: usePalette((state) => state.isOpen) })
  const loaded = parts.useParts(isOpen, () => setPaletteOpen(false))
  const router = useRouter()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return
      event.preventDefault()
      setPaletteOpen(!usePalette.getState().isOpen)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const choose = (command: Command) => {
    setPaletteOpen(false)
    if ('href' in command) router.push(command.href)
    else command.run()
  }
  return loaded && isMounted ? <loaded.CommandPanel isOpen={isOpen} onChoose={choose} /> : null
}
