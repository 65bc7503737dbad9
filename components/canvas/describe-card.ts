import { openRows, worstOpen } from '@/components/canvas/worst-open'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Component } from '@/lib/model/elements'

/** A component for those who do not see it: "vote, Container, 5 open threats, the worst high". */
export function describeCard(component: Component, rows: readonly ThreatRow[], catalogue: Catalogue): string {
  const open = openRows(rows).length
  const parts = [component.name, nameType(component.type, catalogue)]
  if (open === 0) parts.push('no open threats')
  else parts.push(open === 1 ? '1 open threat' : `${open} open threats`, `the worst ${worstOpen(rows)}`)
  if (component.outOfScope) parts.push('out of scope')
  if (component.gone) parts.push('no longer in its files')
  return parts.join(', ')
}
