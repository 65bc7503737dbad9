/** Names of tools as the catalogue's rules write them. */
const names: Readonly<Record<string, string>> = {
  'kube-linter': 'kubelinter',
  kubelinter: 'kubelinter',
  'trivy-operator': 'trivy',
  'keeping infrastructure as code secure': 'kics',
}

/** A tool's name in small letters, with dashes. */
export function toolId(name: string): string {
  const plain = name.trim().toLowerCase()
  const known = Object.hasOwn(names, plain) ? names[plain] : undefined
  return known ?? (plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'unknown')
}

/** The key of a scanner's rule, as the catalogue's threats name it: `trivy:KSV-0017`, `checkov:CKV_K8S_16`. */
export function ruleKey(tool: string, id: string): string {
  const name = toolId(tool)
  return `${name}:${name === 'trivy' ? trivyId(id) : id.trim()}`
}

/** Trivy writes one id in three ways: `KSV001`, `AVD-KSV-0001` and `KSV-0001`. The last one counts. */
export function trivyId(id: string): string {
  const parts = /^(?:AVD-)?(DS|KSV|KCV|KUBE)-?0*(\d+)$/i.exec(id.trim())
  if (!parts?.[1] || !parts[2]) return id.trim()
  const family = parts[1].toUpperCase()
  // Two rules of this family have five digits.
  if (/^(?:AVD-)?KSV-0\d{4}$/i.test(id.trim()) && parts[2].length === 4) return `${family}-0${parts[2]}`
  return `${family}-${parts[2].padStart(4, '0')}`
}
