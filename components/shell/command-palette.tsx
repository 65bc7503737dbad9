'use client'

import { Dialog } from '@base-ui/react/dialog'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { Suspense, useEffect } from 'react'
import { type Command, setPaletteOpen, usePalette } from '@/components/shell/command-store'
import { backdropStyle } from '@/components/ui/dialog'
import { useLoadEarly } from '@/components/ui/use-load-early'

const CommandList = dynamic(() => import('@/components/shell/command-list').then((each) => each.CommandList))

const early = [() => import('@/components/shell/command-list')]

/** Search and commands, on Mod+K from anywhere. */
export function CommandPalette() {
  const isOpen = usePalette((state) => state.isOpen)
  const router = useRouter()
  useLoadEarly(early)

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
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => setPaletteOpen(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyle} />
        <Dialog.Popup
          aria-label="Search and commands"
          className="floating fade-float fixed top-[max(1rem,14vh)] left-1/2 z-50 flex max-h-[60vh] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden"
        >
          <Suspense fallback={<p className="p-4 text-ink-muted">Looking for models</p>}>
            <CommandList onChoose={choose} />
          </Suspense>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
