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
  /** The number in a version once one is chosen, before that the control's key; or the reference's id. */
  id: string
  /** Our own short words; references have none. */
  label?: string
  /** Of a benchmark's check: its number in each version. */
  numbers?: Readonly<Record<string, string>>
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
 * check, or has a mitigation that meets it.
 */
export function frameworkItems(catalogue: Pick<Catalogue, 'pack'>, framework: FrameworkId): FrameworkItem[] {
  return [...controlItems(catalogue, framework), ...referenceItems(catalogue, framework)].sort(byId)
}

/** The items as one version of a benchmark numbers them; checks that it lacks are left out. */
export function inVersion(items: readonly FrameworkItem[], version: string): FrameworkItem[] {
  return items
    .flatMap((item) => {
      if (!item.numbers) return [item]
      const id = item.numbers[version]
      return id === undefined ? [] : [{ ...item, id }]
    })
    .sort(byId)
}

function byId(a: FrameworkItem, b: FrameworkItem): number {
  return (
    a.id.localeCompare(b.id, 'en', { numeric: true }) || (a.label ?? '').localeCompare(b.label ?? '', 'en')
  )
}

function controlItems({ pack }: Pick<Catalogue, 'pack'>, framework: FrameworkId): FrameworkItem[] {
  const meeting = groupIds(pack.mitigations, (mitigation) => mitigation.controls)
  const countering = groupIds(pack.threats, (threat) => threat.mitigations)
  const reported = groupIds(pack.threats, (threat) => threat.rules)
  return pack.controls.flatMap(({ id, framework: own, label, numbers }): FrameworkItem[] => {
    if (own !== framework) return []
    const mitigationIds = meeting.get(id) ?? []
    const threatIds = new Set([
      ...(reported.get(id) ?? []),
      ...mitigationIds.flatMap((mitigationId) => countering.get(mitigationId) ?? []),
    ])
    const key = id.slice(id.indexOf(':') + 1)
    return [{ id: key, label, numbers, threatIds: [...threatIds].sort(), mitigationIds }]
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
