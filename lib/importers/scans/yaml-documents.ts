import { isTerminalNoise } from '@/lib/importers/scans/bench/terminal-noise'
import { JsonFields } from '@/lib/importers/scans/json/json-fields'
import type { Json } from '@/lib/importers/scans/json/json-node'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'

/** What scanners' YAML begins with: custom resources of an operator, or Polaris' report. */
const SCANNERS_YAML = /^(?:apiVersion: *["']?(?:aquasecurity\.github\.io\/|v1\b)|PolarisOutputVersion:)/m

/** The YAML documents of a text that looks like a scanner's; none for any other text, or one that YAML cannot read. */
export function readYamlDocuments(text: string): Json[] {
  if (
    !SCANNERS_YAML.test(text.slice(0, 20_000)) ||
    !/aquasecurity\.github\.io|PolarisOutputVersion/.test(text)
  )
    return []
  const budget = { left: 3_000_000 }
  return readYaml('', withoutSurroundings(text)).documents.map((node) => toJson(node, budget))
}

/** Without a shell's lines before and after it; those before stay as empty ones, so that lines keep their numbers. */
function withoutSurroundings(text: string): string {
  const start = SCANNERS_YAML.exec(text)?.index ?? 0
  const lines = text.slice(start).trimEnd().split('\n')
  while (lines.length > 1 && isTerminalNoise(lines.at(-1) ?? '')) lines.pop()
  return text.slice(0, start).replace(/[^\n]+/g, '') + lines.join('\n')
}

function toJson(node: YamlNode, budget: { left: number }): Json {
  if (--budget.left < 0) return null
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map((item) => toJson(item, budget))
  return {
    line: node.line,
    fields: new JsonFields([...node.entries.values()].map(({ key, value }) => [key, toJson(value, budget)])),
  }
}
