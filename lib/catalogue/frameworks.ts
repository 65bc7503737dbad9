import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Control, References } from '@/lib/catalogue/entries'

/** An outside frame: a benchmark whose checks are controls, or a list whose ids stand as references. */
export type FrameworkId = Control['framework'] | keyof References

export const frameworkLabels: Readonly<Record<FrameworkId, string>> = {
  'cis-docker': 'CIS Docker Benchmark',
  'cis-kubernetes': 'CIS Kubernetes Benchmark',
  pss: 'Pod Security Standards',
  nsa: 'NSA/CISA Kubernetes Hardening',
  owaspK8s2025: 'OWASP Kubernetes Top 10 (2025)',
  owaspK8s2022: 'OWASP Kubernetes Top 10 (2022)',
  attack: 'MITRE ATT&CK',
  msK8sMatrix: 'Microsoft threat matrix for Kubernetes',
  owaspDocker: 'OWASP Docker Top 10',
  nist800190: 'NIST SP 800-190',
  cwe: 'CWE',
  capec: 'CAPEC',
}

/** In the order in which people ask for them. */
export const frameworkIds = Object.keys(frameworkLabels) as FrameworkId[]

export function isFramework(id: string): id is FrameworkId {
  return Object.hasOwn(frameworkLabels, id)
}

/** One id of a framework, and the entries that bear on it. */
export type FrameworkItem = {
  /** The number in the chosen version, the reference's id, or the control's key where it has no number. */
  id: string
  /** Our own short words; references have none. */
  label?: string
  controlId?: string
  threatIds: readonly string[]
  mitigationIds: readonly string[]
}

/** The versions of a benchmark that we know numbers of, newest first; none for lists without versions. */
export function frameworkVersions({ pack }: Pick<Catalogue, 'pack'>, framework: FrameworkId): string[] {
  const versions = new Set<string>()
  for (const control of pack.controls) {
    if (control.framework === framework)
      for (const version of Object.keys(control.numbers)) versions.add(version)
  }
  const isOfficial = (version: string) => version.toLowerCase().startsWith('cis')
  return [...versions].sort(
    (a, b) => Number(isOfficial(b)) - Number(isOfficial(a)) || b.localeCompare(a, 'en', { numeric: true }),
  )
}

/**
 * Every id of a framework with the threats and mitigations that bear on it: a threat names it, or is reported by its
 * check, or has a mitigation that meets it. In the framework's order.
 * @param version for benchmarks: the version whose numbers are wanted; checks that it lacks are left out.
 */
export function frameworkItems(
  catalogue: Pick<Catalogue, 'pack'>,
  framework: FrameworkId,
  version?: string,
): FrameworkItem[] {
  const items = [...controlItems(catalogue, framework, version), ...referenceItems(catalogue, framework)]
  return items.sort(
    (a, b) =>
      a.id.localeCompare(b.id, 'en', { numeric: true }) || (a.label ?? '').localeCompare(b.label ?? ''),
  )
}

function controlItems(
  { pack }: Pick<Catalogue, 'pack'>,
  framework: FrameworkId,
  version?: string,
): FrameworkItem[] {
  const meeting = groupIds(pack.mitigations, (mitigation) => mitigation.controls)
  const countering = groupIds(pack.threats, (threat) => threat.mitigations)
  const reported = groupIds(pack.threats, (threat) => threat.rules)
  return pack.controls.flatMap((control): FrameworkItem[] => {
    if (control.framework !== framework) return []
    const number = version === undefined ? undefined : control.numbers[version]
    if (version !== undefined && number === undefined) return []
    const mitigationIds = meeting.get(control.id) ?? []
    const threatIds = new Set([
      ...(reported.get(control.id) ?? []),
      ...mitigationIds.flatMap((id) => countering.get(id) ?? []),
    ])
    return [
      {
        id: number ?? control.id.slice(control.id.indexOf(':') + 1),
        label: control.label,
        controlId: control.id,
        threatIds: [...threatIds].sort(),
        mitigationIds,
      },
    ]
  })
}

function referenceItems({ pack }: Pick<Catalogue, 'pack'>, framework: FrameworkId): FrameworkItem[] {
  const named = (entry: { references: References }) =>
    (entry.references as Record<string, string[] | undefined>)[framework] ?? []
  const threats = groupIds(pack.threats, named)
  const mitigations = groupIds(pack.mitigations, named)
  return [...new Set([...threats.keys(), ...mitigations.keys()])].map((id) => ({
    id,
    threatIds: threats.get(id) ?? [],
    mitigationIds: mitigations.get(id) ?? [],
  }))
}

function groupIds<T extends { id: string }>(
  entries: readonly T[],
  keysOf: (entry: T) => readonly string[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const list = groups.get(key)
      if (list) list.push(entry.id)
      else groups.set(key, [entry.id])
    }
  }
  return groups
}
