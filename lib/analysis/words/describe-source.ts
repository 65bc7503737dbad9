import type { FactSource } from '@/lib/model/fact'

/** Where a fact comes from: "compose.yaml:12", "trivy, run 2026-01-02", "Ann on 2026-01-02", or a default's reason. */
export function describeSource(source: FactSource): string {
  if ('file' in source) return `${source.file}:${source.line}`
  if ('tool' in source) return `${source.tool}, run ${source.run}`
  if ('who' in source) return `${source.who} on ${source.when.slice(0, 10)}`
  return source.reason
}
