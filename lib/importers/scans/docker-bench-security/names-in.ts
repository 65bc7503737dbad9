import { redact } from '@/lib/importers/scans/redact'

/** Names of containers and images that the remarks on a check of images or containers end with. */
export function namesIn(id: string, remarks: readonly string[]): string[] {
  if (!/^[45]\./.test(id)) return []
  const names = remarks.flatMap((remark) => {
    const after = /^[^:]{3,}?:\s+(\S.*)$/.exec(redact(remark))?.[1] ?? ''
    // "Port in use: 80 in shop", "Capabilities added: CapAdd=[ALL] to shop"
    const owner = /\s(?:in|to)\s+(\S+)$/.exec(after)?.[1]
    return owner ? [owner] : after.split(/[\s,[\]]+/)
  })
  return [...new Set(names.filter((name) => /^[\w./:@-]{2,200}$/.test(name)))].slice(0, 200)
}
