import { type GoldFile, type GoldSet, readGold } from '@/e2e/bench/gold'
import { scoreChecks, scoreClaims } from '@/e2e/bench/score-review'
import { addScore, emptyScore, f1, type Score } from '@/e2e/bench/score-submission'
import { benchSimilarity } from '@/e2e/bench/similarity'
import { printTable, time } from '@/e2e/bench/table'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { openRepositoryClaims } from '@/lib/cli/repository-claims'
import { readSubmission } from '@/lib/importers/submission/read-submission'

// Practice files whose number divides by three were not looked at until the reader had been written and measured once.
// Since then they are no measure of the unknown any more, but they keep a column of their own.
const isHeldBack = ({ file }: GoldFile) => Number(file.slice(0, 2)) % 3 === 0

const catalogue = openRepositoryCatalogue()
const claims = openRepositoryClaims()
const details = process.argv.includes('--details')
const percent = (right: number, of: number) =>
  of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} % of ${of}`

function score(files: readonly GoldFile[]): Score {
  const result = emptyScore()
  for (const file of files) addScore(result, file, readSubmission(file.text, catalogue))
  return result
}

function printScores(sets: readonly (readonly [string, readonly GoldFile[], GoldSet])[]): void {
  const all = sets.map(([name, files, gold]) => {
    const own = score(files)
    const review = scoreClaims(files, gold, catalogue, claims)
    const checks = scoreChecks(files, catalogue)
    if (details) console.log([...own.notes, ...checks.notes, ...review.notes].join('\n'))
    return { name, own, review, checks, files: files.length }
  })
  const row = (title: string, cell: (one: (typeof all)[number]) => string, target: string) => [
    title,
    ...all.map(cell),
    target,
  ]
  printTable(
    ['', ...all.map(({ name, files }) => `${name} (${files})`), 'must hold'],
    [
      row('threats found, F1', ({ own }) => f1(own.threats).toFixed(3), '0.95 seeds, 0.93 practice'),
      row('categories right', ({ own }) => percent(own.categories.right, own.categories.scored), '97 %'),
      row('platform right', ({ own }) => percent(own.platform.right, own.platform.scored), ''),
      row('mitigation stated or not', ({ own }) => percent(own.mitigation.right, own.mitigation.scored), ''),
      row('component right', ({ own }) => percent(own.component.right, own.component.scored), ''),
      row('finding ids, F1', ({ own }) => f1(own.findings).toFixed(3), '0.98'),
      row('fixed or not', ({ own }) => percent(own.fixed.right, own.fixed.scored), ''),
      row('checks right', ({ checks }) => percent(checks.right, checks.scored), '97 %'),
      row('claims, precision', ({ review }) => percent(review.hit, review.hit + review.extra), '90 %'),
      row('claims, recall', ({ review }) => percent(review.found, review.wanted), '80 %'),
      row('lines lost', ({ own }) => String(own.lost), '0'),
    ],
  )
  const items = all.flatMap(({ own }) => own.items)
  const bands = [
    [0.9, 1.01],
    [0.8, 0.9],
    [0.6, 0.8],
    [0, 0.6],
  ] as const
  console.log('\nConfidence given to a threat, and how many of them have the right span and categories.\n')
  printTable(
    ['confidence', 'threats', 'right'],
    bands.map(([from, to]) => {
      const own = items.filter(({ confidence }) => confidence >= from && confidence < to)
      return [
        `${from} to ${Math.min(1, to)}`,
        String(own.length),
        percent(own.filter(({ right }) => right).length, own.length),
      ]
    }),
  )
}

const seeds = readGold('seeds')
const practice = readGold('practice')
if (seeds && practice) {
  printScores([
    ['seeds', seeds.files, seeds],
    ['practice', practice.files.filter((file) => !isHeldBack(file)), practice],
    ['held back', practice.files.filter(isHeldBack), practice],
  ])
  const long = practice.files.filter(({ text }) => text.length > 100_000 || text.length < 10)
  console.log('\nMilliseconds to read one text.\n')
  printTable(
    ['text', 'median', 'slowest'],
    [
      ...practice.files
        .filter(({ text }) => !long.includes(practice.files.find((one) => one.text === text) as GoldFile))
        .slice(0, 1),
      ...long,
      { file: '100,000 lines of one letter', text: 'a\n'.repeat(100_000) },
      { file: '200 kB on four lines', text: `${'spoofing of the docker daemon '.repeat(1_700)}\n`.repeat(4) },
    ].map(({ file, text }) => {
      const { median, worst } = time(() => readSubmission(text, catalogue), 3)
      return [file, median, worst]
    }),
  )
} else console.log('The labelled submissions are not beside the project: their scores are left out.')
benchSimilarity(catalogue, practice)
