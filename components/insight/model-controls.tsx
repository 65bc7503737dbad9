'use client'

import { useCallback, useMemo } from 'react'
import { controlFrames } from '@/components/catalogue/control-frames'
import type { ControlStanding } from '@/components/catalogue/control-line'
import { ControlsView } from '@/components/catalogue/controls-view'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'

/** The ids of benchmarks and lists, and how the threats behind each stand in this model. */
export function ModelControls() {
  const catalogue = useModel((state) => state.catalogue)
  const rows = useModel((state) => state.index.rows)
  const frames = useMemo(() => controlFrames(catalogue), [catalogue])
  const byThreat = useMemo(() => {
    const groups = new Map<string, ThreatRow[]>()
    for (const row of rows) {
      const group = groups.get(row.threatId)
      if (group) group.push(row)
      else groups.set(row.threatId, [row])
    }
    return groups
  }, [rows])
  const standingOf = useCallback(
    (threatIds: readonly string[]): ControlStanding => {
      const standing = { raised: 0, possible: 0, countered: 0, decided: 0 }
      for (const id of threatIds) {
        for (const row of byThreat.get(id) ?? []) {
          if (row.state === 'countered') standing.countered += 1
          else if (row.state === 'silent') continue
          else if (!row.isOpen) standing.decided += 1
          else if (row.state === 'possible') standing.possible += 1
          else standing.raised += 1
        }
      }
      return standing
    },
    [byThreat],
  )
  return <ControlsView {...frames} standingOf={standingOf} />
}
