import { severityRank } from '@/lib/catalogue/severity'
import type { Report, ReportThreat } from '@/lib/reports/report'

/** One threat on several elements, told once. */
export type ThreatGroup = { first: ReportThreat; threats: ReportThreat[] }

/** Groups of equal threat, severity and status, or of an equal key, in the order given. */
export function groupThreats(
  threats: readonly ReportThreat[],
  keyOf = ({ threatId, severity, status }: ReportThreat) => [threatId, severity, status].join('|'),
): ThreatGroup[] {
  const groups = new Map<string, ThreatGroup>()
  for (const threat of threats) {
    const key = keyOf(threat)
    const group = groups.get(key)
    if (group) group.threats.push(threat)
    else groups.set(key, { first: threat, threats: [threat] })
  }
  return [...groups.values()]
}

/** Threats that are there (raised or attached) and stand for themselves: not folded under another. */
export function presentThreats({ threats }: Report): ReportThreat[] {
  return threats.filter(isPresent)
}

export function isPresent(threat: ReportThreat): boolean {
  return (threat.state === 'raised' || threat.state === 'attached') && threat.causeKey === undefined
}

export type ElementThreats = { element: ReportThreat['element']; threats: ReportThreat[] }

/** The threats of each element that has one; the element with the worst open one comes first. */
export function threatsByElement(threats: readonly ReportThreat[]): ElementThreats[] {
  const elements = new Map<string, ElementThreats>()
  for (const threat of threats) {
    const known = elements.get(threat.element.id)
    if (known) known.threats.push(threat)
    else elements.set(threat.element.id, { element: threat.element, threats: [threat] })
  }
  const weight = ({ threats: own }: ElementThreats) => {
    const open = own.filter((threat) => threat.isOpen)
    const worst = Math.max(-1, ...open.map((threat) => severityRank(threat.severity)))
    return worst * 1000 + Math.min(999, open.length)
  }
  return [...elements.values()].sort(
    (a, b) =>
      weight(b) - weight(a) || compare(a.element.name, b.element.name) || compare(a.element.id, b.element.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
