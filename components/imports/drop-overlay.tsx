'use client'

import { useEffect, useRef, useState } from 'react'
import { type ChosenFile, collectDropped } from '@/components/imports/collect-files'
import { FileInput } from '@/components/ui/icons'

export type Chosen = { files: ChosenFile[]; hasMore: boolean }

type DropOverlayProps = {
  /** What dropping here does: "Drop files to import them into Shop". */
  label: string
  /** What can be dropped here. */
  hint?: string
  isDisabled?: boolean
  onChosen: (chosen: Promise<Chosen>) => void
}

const whatever =
  'Compose files, Dockerfiles, manifests, output of scanners, a whole folder, a zip, or a Bulkhead file. You see a plan before anything changes.'

/** Takes files dragged over the whole window. It shows only while something is dragged. */
export function DropOverlay({ label, hint = whatever, isDisabled = false, onChosen }: DropOverlayProps) {
  const [isOver, setOver] = useState(false)
  const take = useRef(onChosen)
  take.current = onChosen

  useEffect(() => {
    if (isDisabled) return
    // Every element that the pointer passes gives an enter and a leave: only their balance tells.
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      depth = 0
      setOver(false)
      take.current(collectDropped(event.dataTransfer.items)())
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [isDisabled])

  if (!isOver) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-60 bg-scrim p-4">
      <div className="flex h-full flex-col items-center justify-center gap-3 rounded-lg border-2 border-accent border-dashed bg-surface text-center">
        <FileInput aria-hidden className="size-8 text-accent" strokeWidth={1.5} />
        <p className="px-4 font-semibold text-lg">{label}</p>
        <p className="px-4 text-ink-muted">{hint}</p>
      </div>
    </div>
  )
}
