'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { ThreatPanel } from '@/components/threats/threat-panel'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { ArrowLeft, X } from '@/components/ui/icons'
import { ResizablePanel } from '@/components/ui/resizable'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useIsWide } from '@/lib/client/use-media'

type OpenThreatProps = {
  row: ThreatRow | undefined
  /** A link to a threat that is not there (any more). */
  isMissing: boolean
  onOpen: (key: string) => void
  onClose: () => void
  onShowElement: (elementId: string) => void
  placeholder: ReactNode
}

/** The open threat: beside the list where there is room, over it on a phone. */
export function OpenThreat(props: OpenThreatProps) {
  const { row, isMissing, onClose, placeholder } = props
  const isWide = useIsWide()
  if (isWide) {
    return (
      <ResizablePanel
        id="threat"
        label="Width of the open threat"
        side="right"
        initial={480}
        min={360}
        max={800}
      >
        <div className="relative h-full overflow-y-auto border-line border-l bg-surface">
          {row || isMissing ? (
            <IconButton
              label="Close the threat"
              icon={<X aria-hidden />}
              onClick={onClose}
              className="absolute! top-2 right-2 z-10"
            />
          ) : null}
          {isMissing ? <Missing /> : row ? <Content {...props} row={row} /> : placeholder}
        </div>
      </ResizablePanel>
    )
  }
  if (!row && !isMissing) return null
  return (
    <div className="absolute inset-0 z-30 flex flex-col bg-surface">
      <div className="flex h-11 shrink-0 items-center border-line border-b px-2">
        <Button variant="ghost" onClick={onClose}>
          <ArrowLeft aria-hidden />
          All threats
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {row ? <Content {...props} row={row} /> : <Missing />}
      </div>
    </div>
  )
}

function Content({ row, onOpen, onShowElement }: OpenThreatProps & { row: ThreatRow }) {
  const top = useRef<HTMLDivElement>(null)
  // Braces, because browsers begin to answer a scroll with a promise.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another threat starts at its top.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' })
  }, [row.key])
  return (
    <div ref={top}>
      <ThreatPanel key={row.key} row={row} onOpen={onOpen} onShowElement={onShowElement} />
    </div>
  )
}

function Missing() {
  return (
    <EmptyState level={3} title="This threat is not here any more">
      What raised it was changed or removed. Choose another from the list.
    </EmptyState>
  )
}
