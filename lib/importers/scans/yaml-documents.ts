import { isTerminalNoise } from '@/lib/importers/scans/bench/terminal-noise'
import { JsonFields } from '@/lib/importers/scans/json/json-fields'
import type { Json } from '@/lib/importers/scans/json/json-node'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'

const SCANNERS = /aquasecurity\.github\.io|wgpolicyk8s\.io|openreports\.io|PolarisOutputVersion/
/** What a document of scanners' YAML begins with: an object or a list of them, or Polaris' report. */
const BEGIN =
  /^(?:(?:kind: *\w+\r?\n)?apiVersion: *["']?(?:aquasecurity\.github\.io\/|wgpolicyk8s\.io\/|openreports\.io\/|v1\b)|PolarisOutputVersion:)/m

/** The YAML documents of a text that looks like a scanner's; none for any other text, or one that YAML cannot read. */
export function readYamlDocuments(text: string): Json[] {
  if (!SCANNERS.test(text) || !BEGIN.test(text)) return []
  const budget = { left: 3_000_000 }
  return readYaml('', withoutSurroundings(text)).documents.map((node) => toJson(node, budget))
}

/** Without a shell's lines before and after it; those before stay as empty ones, so that lines keep their numbers. */
function withoutSurroundings(text: string): string {
  const start = BEGIN.exec(text)?.index ?? 0
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
