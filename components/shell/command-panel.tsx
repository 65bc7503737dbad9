'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Suspense } from 'react'
import { CommandList } from '@/components/shell/command-list'
import { type Command, setPaletteOpen } from '@/components/shell/command-store'
import { Overlay } from '@/components/ui/floating/overlay-parts'

type CommandPanelProps = { isOpen: boolean; onChoose: (command: Command) => void }

/** The panel of search and commands. */
export function CommandPanel({ isOpen, onChoose }: CommandPanelProps) {
  return (
    <Overlay isOpen={isOpen} onOpenChange={setPaletteOpen}>
      <Dialog.Popup
        aria-label="Search and commands"
        className="floating fade-float fixed top-[max(1rem,14vh)] left-1/2 z-50 flex max-h-[60vh] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden"
      >
        <Suspense fallback={<p className="p-4 text-ink-muted">Looking for models</p>}>
          <CommandList onChoose={onChoose} />
        </Suspense>
      </Dialog.Popup>
    </Overlay>
  )
}
