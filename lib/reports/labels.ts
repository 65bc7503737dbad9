import type { Severity, Stride } from '@/lib/model/judgement'
import type { ReportControl, ReportThreat } from '@/lib/reports/report'

// Words for the values of a report, as a reader meets them.

export const severityLabels: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
}

export const strideLabels: Record<Stride, string> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
}

export const stateLabels: Record<ReportThreat['state'], string> = {
  raised: 'Raised',
  possible: 'Possible',
  countered: 'Countered',
  attached: 'Attached by hand',
  silent: 'No longer present',
}

export const statusLabels: Record<ReportThreat['status'], string> = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  transferred: 'Transferred',
  'not-applicable': 'Not applicable',
  'review-again': 'Review again',
}

export const referenceLabels: Record<string, string> = {
  attack: 'MITRE ATT&CK',
  msK8sMatrix: 'Microsoft threat matrix for Kubernetes',
  cwe: 'CWE',
  capec: 'CAPEC',
  owaspDocker: 'OWASP Docker Top 10',
  owaspK8s2022: 'OWASP Kubernetes Top 10 (2022)',
  owaspK8s2025: 'OWASP Kubernetes Top 10 (2025)',
  nist800190: 'NIST SP 800-190',
  nsa: 'NSA/CISA Kubernetes hardening',
  pss: 'Pod Security Standards',
}

const frameworkLabels: Record<string, string> = {
  'cis-docker': 'CIS Docker',
  'cis-kubernetes': 'CIS Kubernetes',
  pss: 'Pod Security Standards',
  nsa: 'NSA/CISA',
}

/** A control as one looks it up: "CIS Docker 1.8.0, 5.5: Not privileged". The benchmark's newest version; its key where it has no number. */
export function controlWords({ id, framework, label, numbers }: ReportControl): string {
  const own = Object.entries(numbers).filter(([version]) => version.startsWith('CIS-'))
  const [newest] = (own.length > 0 ? own : Object.entries(numbers)).sort(([a], [b]) => compareVersions(b, a))
  const name = frameworkLabels[framework] ?? framework
  return newest
    ? `${name} ${newest[0].replace(/^CIS-/, '')}, ${newest[1]}: ${label}`
    : `${name}, ${id}: ${label}`
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number)) as [
    number[],
    number[],
  ]
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a < b ? -1 : a > b ? 1 : 0
}
