'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

type KeysDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  keys: readonly { keys: readonly string[]; does: string }[]
}

/** The keys of a page. */
export function KeysDialog({ isOpen, onOpenChange, keys }: KeysDialogProps) {
  return (
    <Dialog title="Keys" size="sm" isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="flex flex-col gap-2">
        {keys.map((entry) => (
          <div key={entry.does} className="flex items-center justify-between gap-4">
            <dt>{entry.does}</dt>
            <dd>
              <Kbd keys={entry.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
