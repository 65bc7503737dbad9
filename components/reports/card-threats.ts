import { strideLetters } from '@/lib/analysis/summary'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import type { SvgOptions } from '@/lib/markup/draw-svg'
import type { Stride } from '@/lib/model/judgement'

/** What each card of a drawing says of its threats: open ones by letter, and the worst of them. */
export function cardThreats(
  byElement: ReadonlyMap<string, readonly ThreatRow[]>,
): NonNullable<SvgOptions['threats']> {
  return Object.fromEntries(
    [...byElement].map(([id, rows]) => {
      const letters = Object.entries(strideLetters(rows)).map(([letter, state]) => [letter, state.open])
      const open = rows.filter((row) => row.isOpen && row.state !== 'possible' && row.causeId === undefined)
      const [worst] = open.toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity))
      return [
        id,
        {
          letters: Object.fromEntries(letters) as Record<Stride, number>,
          ...(worst && { worst: worst.severity }),
        },
      ]
    }),
  )
}
