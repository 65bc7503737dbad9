'use client'

import { useEffect } from 'react'
import { isTyping } from '@/components/threats/use-page-keys'
import { toast } from '@/components/ui/toast'
import { useModelStore } from '@/lib/client/model-provider'

/** Mod+Z takes my last change back, Mod+Shift+Z does it again. In a text field they belong to the text. */
export function useUndoKeys(): void {
  const store = useModelStore()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'z' || isTyping(event.target))
        return
      event.preventDefault()
      const done = event.shiftKey ? store.getState().redo() : store.getState().undo()
      if (done) toast({ title: done })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store])
}
