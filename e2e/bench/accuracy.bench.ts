import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { printTable } from '@/e2e/bench/table'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { type Label, readLabel, scoreLabelled, sumScores } from '@/lib/cli/score-labelled'

// How often the verdict on a scanner's own test manifests is that scanner's. Another folder can be named:
// npm run bench:accuracy -- FOLDER

const [given] = process.argv.slice(2).filter((word) => word !== 'accuracy')
const folder = path.resolve(given ?? '../shared/inputs/labelled')
if (!existsSync(folder)) {
  console.log(`There are no labelled manifests in ${folder}; name the folder that holds them.`)
  process.exit(0)
}
const catalogue = openRepositoryCatalogue()
const labels = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .sort()
  .map((file) => readLabel(path.join(folder, file)))
  .filter((label): label is Label => label !== undefined)
const reasons = new Map(catalogue.pack.leftOut.map(({ id, reason }) => [id, reason]))
const all = await scoreLabelled(labels, catalogue)
const scored = all.filter(({ threatIds }) => threatIds.length > 0)
const rest = all.filter(({ threatIds }) => threatIds.length === 0)

const share = (part: number, of: number) => (of === 0 ? '-' : `${((100 * part) / of).toFixed(0)} %`)
printTable(
  ['check', 'entries', 'right', 'wrong', 'precision', 'recall'],
  scored.map((one) => [
    one.rule,
    one.threatIds.join(' '),
    String(one.truePositives + one.trueNegatives),
    String(one.misses.length),
    share(one.truePositives, one.truePositives + one.falsePositives),
    share(one.truePositives, one.truePositives + one.falseNegatives),
  ]),
)
for (const { misses } of scored)
  for (const miss of misses) console.log(`wrong: ${path.relative(folder, miss)}`)
for (const { rule } of rest) console.log(`left out: ${rule}: ${reasons.get(rule) ?? 'WITHOUT A REASON'}`)

const { right, all: of } = sumScores(scored)
console.log(`\n${right} of ${of} verdicts right, ${share(right, of)}; must hold: 95 %.`)
const unexplained = rest.filter(({ rule }) => !reasons.has(rule))
if (right < 0.95 * of || unexplained.length > 0) process.exitCode = 1
