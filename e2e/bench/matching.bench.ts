import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import { readGold } from '@/e2e/bench/gold'
import { printTable } from '@/e2e/bench/table'
import { openRepositoryCatalogue, projectFolder } from '@/lib/cli/repository-catalogue'
import { matchThreats, threatsOfKey } from '@/lib/coursework/model/match-threats'
import { readSubmission } from '@/lib/importers/submission/read-submission'

// The seeds' threats and findings against the entries that a careful reader gave them. Several entries may be right.

type Covered = { seed: string; lines: string; kind: string; statement: string; catalogue: string }

const file = path.join(projectFolder(), '..', 'shared', 'catalogue', 'draft.yaml')
const seeds = readGold('seeds')
if (!existsSync(file) || !seeds) console.log('The labelled seeds are not beside the project.')
else {
  const { seedCoverage } = load(readFileSync(file, 'utf8')) as { seedCoverage: Covered[] }
  const catalogue = openRepositoryCatalogue()
  const replaced = new Map(
    [...catalogue.threats.values()].flatMap((threat) =>
      [threat.id, ...threat.replaces].map((id) => [id, threat.id] as const),
    ),
  )
  const details = process.argv.includes('--details')
  const rows = ['docker', 'k8s', 'finding'].map((kind) => {
    let scored = 0
    let first = 0
    let three = 0
    let five = 0
    for (const one of seedCoverage.filter((each) => each.kind.startsWith(kind))) {
      const gold = seeds.files.find((each) => each.file.startsWith(`${one.seed}_`))
      const wanted = new Set(one.catalogue.split(/[,;]\s*/).flatMap((id) => replaced.get(id.trim()) ?? []))
      if (!gold || wanted.size === 0) continue
      const [from = 0, to = from] = one.lines.split('-').map(Number)
      const reading = readSubmission(gold.text, catalogue)
      const lines = gold.text.split('\n')
      const overlaps = (span: { firstLine: number; lastLine: number }) =>
        span.firstLine <= to && span.lastLine >= from
      let ids: string[] = []
      if (kind === 'finding') {
        const found = reading.findings.find(overlaps)
        ids = found?.key ? threatsOfKey(found.key, catalogue).map(({ threatId }) => threatId) : []
      } else {
        const found = reading.threats.find(overlaps)
        if (!found) continue
        const { platform, categories, component, firstLine, lastLine } = found
        const text = lines.slice(firstLine - 1, lastLine).join(' ')
        ids = matchThreats({ platform, categories, component, text }, catalogue).map(
          ({ threatId }) => threatId,
        )
      }
      scored++
      const at = ids.findIndex((id) => wanted.has(id))
      if (at === 0) first++
      if (at >= 0 && at < 3) three++
      if (at >= 0 && at < 5) five++
      if (at !== 0 && details)
        console.log(one.seed, one.lines, one.kind, one.catalogue, '| got', ids.join(' '), '|', one.statement)
    }
    return [kind, String(scored), String(first), String(three), String(five)]
  })
  printTable(['statements', 'scored', 'first guess right', 'among three', 'among five'], rows)
}
