import { toStatus } from '@/lib/importers/scans/found-check'
import { type Json, textAt } from '@/lib/importers/scans/json/json-node'
import type { ScanStatus } from '@/lib/importers/scans/scan-extract'

/** A status as any schema writes it: a word, or a word inside `status` or `statusInfo`, with a closer one beside it. */
export function readStatus(entry: Json | undefined): { status: ScanStatus; word: string | undefined } {
  const word =
    textAt(entry, 'statusInfo', 'status') ?? textAt(entry, 'status', 'status') ?? textAt(entry, 'status')
  const closer = textAt(entry, 'statusInfo', 'subStatus') ?? textAt(entry, 'status', 'subStatus') ?? ''
  if (/manual|requires review|action required/i.test(`${word} ${closer}`)) return { status: 'manual', word }
  return { status: toStatus(word ?? '') ?? 'skip', word }
}

/** Risk of a control, from its factor of 1 to 10. */
export function severityOf(factor: number | undefined): string | undefined {
  if (factor === undefined) return undefined
  if (factor >= 9) return 'critical'
  if (factor >= 7) return 'high'
  return factor >= 4 ? 'medium' : 'low'
}

/** `path=1/api=apps/v1//Deployment/shop` and `apps/v1/ns/Deployment/shop` as `ns/Deployment/shop`. */
export function resourcePath(id: string): string {
  const plain = id.replace(/^path=\d+\//, '').replace(/^api=/, '')
  const parts = plain.split('/')
  const [namespace, kind, name] = parts.slice(-3)
  if (parts.length < 4 || !kind || !name) return plain
  return namespace ? `${namespace}/${kind}/${name}` : `${kind}/${name}`
}
