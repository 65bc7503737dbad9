'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Check, Copy } from '@/components/ui/icons'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'

/** Copies text; the icon says that it was done. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [isDone, setDone] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
      announce('Copied.')
      setTimeout(() => setDone(false), 1500)
    } catch {
      toast({
        title: 'The browser did not allow copying. Select the text and copy it by hand.',
        tone: 'danger',
      })
    }
  }
  return (
    <IconButton
      size="sm"
      label={isDone ? 'Copied' : label}
      icon={isDone ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
      onClick={copy}
    />
  )
}
