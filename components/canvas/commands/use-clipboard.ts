'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { CanvasActions, Sight } from '@/components/canvas/commands/canvas-actions'
import type { Copied } from '@/components/canvas/edits/copied'
import { copy, paste } from '@/components/canvas/edits/copy'
import { nameThings } from '@/components/canvas/edits/words'
import { isOverlayOpen } from '@/components/shell/is-overlay-open'
import { isTyping } from '@/components/shell/is-typing'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'
import { useModelStore } from '@/lib/client/model-provider'
import type { ModelStore } from '@/lib/client/model-store'
import { newId } from '@/lib/client/new-id'
import { entryOf } from '@/lib/model/records'
import { toLine } from '@/lib/model/to-line'

/** What menus paste where the browser does not let a page read the clipboard. */
let kept: string | undefined

/** What was copied here or in another model begins like this; whether it is whole is looked at when it is read. */
const looksCopied = (text: string) => text.startsWith('{"bulkhead"')

function pasteCopied(store: ModelStore, sight: Sight, copied: Copied, verb: string, isBeside: boolean): void {
  const { model, catalogue, actor, selectedId, apply, selectAll } = store.getState()
  const selected = selectedId === undefined ? undefined : entryOf(model.components, selectedId)
  const isOriginal = copied.components.some(({ id }) => id === selected?.id)
  const original = copied.components[0]
  const originalParent = original && entryOf(model.components, original.id)?.parentId
  const into = isBeside || isOriginal ? originalParent : (selected?.id ?? originalParent)
  const stamp = { who: actor.name, when: new Date().toISOString() }
  const isHere = isBeside || copied.components.some(({ id }) => entryOf(model.components, id))
  const at = isHere ? undefined : sight.middle()
  const made = paste({ model, catalogue, viewId: sight.viewId, copied, newId, stamp, at, into })
  const what = nameThings(
    model,
    catalogue,
    copied.components.length === 1 && isHere ? [copied.components[0]?.id ?? ''] : made.ids,
  )
  const words = copied.components.length === 1 ? (original?.name ?? what) : what
  if (!apply(toLine(`${verb} ${words}`, 200), made.edits, { atomic: true })) return
  const roots = new Set(made.ids)
  const { components } = store.getState().model
  selectAll(made.ids.filter((id) => !roots.has(components[id]?.parentId ?? '')))
  announce(`${verb} ${words}: done.`)
}

/** Copy, cut and paste of components, by the browser's own keys and by command; and duplicate. */
export function useClipboard(actions: CanvasActions, sight: () => Sight) {
  const store = useModelStore()
  const commands = useMemo(() => {
    const copySelected = (): string | undefined => {
      const { model, catalogue } = store.getState()
      const copied = copy(model, catalogue, sight().viewId, actions.components())
      if (!copied) return undefined
      kept = JSON.stringify(copied)
      announce(`Copied ${nameThings(model, catalogue, actions.components())}.`)
      return kept
    }
    const pasteText = async (text: string): Promise<boolean> => {
      if (!looksCopied(text) || !store.getState().canEdit) return false
      const { readCopied } = await import('@/components/canvas/edits/copied')
      const copied = readCopied(text)
      if (copied) pasteCopied(store, sight(), copied, 'Paste', false)
      return copied !== undefined
    }
    const pasteFirst = async (texts: readonly (string | undefined)[]) => {
      try {
        for (const text of texts) if (text && (await pasteText(text))) return
        toast({ title: 'Nothing was copied that can be pasted here.', tone: 'danger' })
      } catch {
        toast({
          title: 'Pasting could not be loaded. Look at the connection, then paste again.',
          tone: 'danger',
        })
      }
    }
    return {
      copy() {
        const text = copySelected()
        // Where the page may not write to it, the copy is still kept for this page.
        if (text !== undefined) void navigator.clipboard?.writeText(text).catch(() => undefined)
      },
      cut() {
        if (copySelected() !== undefined) actions.remove(true)
      },
      async paste() {
        const text = await navigator.clipboard?.readText().catch(() => undefined)
        await pasteFirst([text, kept])
      },
      duplicate() {
        const { model, catalogue } = store.getState()
        const copied = copy(model, catalogue, sight().viewId, actions.components())
        if (copied) pasteCopied(store, sight(), copied, 'Duplicate', true)
      },
      copySelected,
      pasteFirst,
    }
  }, [store, actions, sight])

  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const isOurs = (event: ClipboardEvent) =>
      !isTyping(event.target) && !isOverlayOpen() && (window.getSelection()?.isCollapsed ?? true)
    const onCopy = (event: ClipboardEvent) => {
      const text = isOurs(event) ? latest.current.copySelected() : undefined
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut' && store.getState().canEdit) actions.remove(true)
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isOurs(event) || !looksCopied(text) || !store.getState().canEdit) return
      event.preventDefault()
      void latest.current.pasteFirst([text])
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [store, actions])
  return commands
}
