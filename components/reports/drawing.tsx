'use client'

import { useEffect, useState } from 'react'
import { useIsDark } from '@/components/shell/use-is-dark'
import { Skeleton } from '@/components/ui/skeleton'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { layOut } from '@/lib/client/lay-out'
import { drawSvg, type SvgOptions } from '@/lib/markup/draw-svg'
import { MAIN_VIEW_ID } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'

type DrawingProps = {
  model: ThreatModel
  catalogue: Catalogue
  /** Said to those who cannot see it. */
  label: string
  threats?: SvgOptions['threats']
  hasLegend?: boolean
  className?: string
}

/** The model as a picture. An image cannot run anything, whatever stands in a name. */
export function Drawing({ model, catalogue, label, threats, hasLegend, className }: DrawingProps) {
  const isDark = useIsDark()
  const [url, setUrl] = useState<string>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    const run = layOut(model, catalogue, MAIN_VIEW_ID)
    run.done.then((placements) => {
      if (typeof placements === 'string') return setProblem(placements)
      const options = {
        theme: isDark ? 'dark' : 'light',
        ...(threats && { threats }),
        ...(hasLegend && { hasLegend }),
      } as const
      setProblem(undefined)
      // An address that holds the picture itself: one that names it would have to be taken back, at times too early.
      setUrl(`data:image/svg+xml,${encodeURIComponent(drawSvg(model, catalogue, placements, options))}`)
    })
    return () => run.cancel()
  }, [model, catalogue, isDark, threats, hasLegend])

  if (problem) return <p className="p-4 text-ink-muted text-xs">{problem}</p>
  if (!url) return <Skeleton className="h-48 w-full" />
  // biome-ignore lint/performance/noImgElement: the optimiser cannot take a picture that exists only in this browser.
  return <img src={url} alt={label} className={className} />
}
