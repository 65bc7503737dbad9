import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '@/lib/cli/repository-catalogue'

/** The labels of one submission: what a careful reader found in it. `ambiguousOn`: fields that are not scored. */
export type GoldThreat = {
  platform: string
  categories: string[]
  firstLine: number
  lastLine: number
  mitigationStated: boolean
  component: string | null
  ambiguousOn?: string[]
}
type GoldFinding = { id: string; firstLine: number; fixed: boolean | null; ambiguousOn?: string[] }
type GoldClaim = { line: number; kind: string; topic: string; ambiguousOn?: string[] }
export type GoldFile = {
  file: string
  text: string
  threats: GoldThreat[]
  optional: { firstLine: number; lastLine: number }[]
  findings: GoldFinding[]
  expected: Record<string, boolean>
  expectedAmbiguous: string[]
  claims: GoldClaim[]
}
type GoldPair = { a: string; b: string; verdict: string; where: string }
export type GoldSet = {
  files: GoldFile[]
  similarity: GoldPair[]
  traps: { file: string; line: number; why: string }[]
}

/** Reads a folder of labelled submissions beside the project; undefined when it is not there. */
export function readGold(folder: 'seeds' | 'practice'): GoldSet | undefined {
  const at = path.join(projectFolder(), '..', 'shared', 'submissions', folder)
  if (!existsSync(path.join(at, 'gold.json'))) return undefined
  const gold = JSON.parse(readFileSync(path.join(at, 'gold.json'), 'utf8')) as GoldSet
  const names = new Set(readdirSync(at))
  const files = gold.files
    .filter(({ file }) => names.has(file))
    .map((one) => ({ ...one, text: readFileSync(path.join(at, one.file), 'utf8') }))
  return { ...gold, files }
}
