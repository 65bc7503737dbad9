import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/**
 * The name of a boundary from far away, on its upper edge: what is in it leaves no room for words that can be read.
 * The outermost has room above it, and needs it: the next often begins right below its edge.
 * @param width of the boundary in pixels of the drawing.
 * @param far how many of those one pixel of the screen is.
 */
export function EdgeWords({ width, far, isOutermost, children }: Props) {
  if (width / far < READABLE_WIDTH) return null
  return (
    <div
      className={cn(
        'edge-words absolute bottom-full flex items-center bg-canvas text-ink',
        isOutermost ? '' : 'translate-y-1/2',
      )}
    >
      {children}
    </div>
  )
}

type Props = { width: number; far: number; isOutermost: boolean; children: ReactNode }

/** Screen pixels below which no name could be read. */
export const READABLE_WIDTH = 64
