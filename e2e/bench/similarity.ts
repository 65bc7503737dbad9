import type { GoldSet } from '@/e2e/bench/gold'
import { printTable, time } from '@/e2e/bench/table'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import {
  findSimilar,
  type PrintedSubmission,
  printSubmission,
  sharedPassages,
} from '@/lib/coursework/similarity'
import { readSubmission } from '@/lib/importers/submission/read-submission'

/** Similarity of the labelled pairs, and how long a cohort of made-up texts takes. */
export function benchSimilarity(catalogue: Catalogue, practice: GoldSet | undefined): void {
  if (practice) {
    const printed = practice.files.map(({ file, text }) =>
      printSubmission(file, text, readSubmission(text, catalogue)),
    )
    const pairs = findSimilar(printed, [], 0)
    const rows = practice.similarity
      .map((label) => {
        const pair = pairs.find(({ a, b }) => [a, b].includes(label.a) && [a, b].includes(label.b))
        const [a, b] = [label.a, label.b].map((id) => printed.find((one) => one.id === id))
        const lines = a && b ? sharedPassages(a, b).length : 0
        return { label, threats: pair?.threats ?? 0, findings: pair?.findings ?? 0, lines }
      })
      .sort((x, y) => Math.max(y.threats, y.findings) - Math.max(x.threats, x.findings))
    const best = (one: (typeof rows)[number]) => Math.max(one.threats, one.findings)
    const copied = rows.filter(({ label }) => label.verdict === 'copied')
    const others = rows.filter(({ label }) => label.verdict === 'independent')
    console.log(
      '\nSimilarity of labelled pairs: share of word runs of the smaller part, base text left out.\n',
    )
    printTable(
      ['pair', 'label', 'threats', 'findings', 'line pairs'],
      rows
        .filter((one) => best(one) > 0 || one.label.verdict === 'copied')
        .map(({ label, threats, findings, lines }) => [
          `${label.a.slice(0, 2)} and ${label.b.slice(0, 2)}`,
          `${label.verdict}: ${label.where}`,
          threats.toFixed(2),
          findings.toFixed(2),
          String(lines),
        ]),
    )
    console.log(
      `\nLowest copied ${Math.min(...copied.map(best)).toFixed(2)}, highest independent ${Math.max(...others.map(best)).toFixed(2)}.`,
    )
  }
  console.log('\nMilliseconds to compare every pair of a cohort, fingerprints included.\n')
  printTable(
    ['documents', 'fingerprints', 'pairs compared', 'both', 'pairs shown'],
    [1_000, 3_000].map((size) => {
      const texts = Array.from({ length: size }, (_, at) => makeUp(at))
      const spans = (text: string) => ({
        lineCount: 30,
        sections: [],
        findings: [],
        references: [],
        unassigned: [],
        threats: [
          {
            platform: 'docker' as const,
            categories: [],
            categoryBasis: 'none' as const,
            component: null,
            mitigationStated: false,
            confidence: 1,
            firstLine: 1,
            lastLine: text.split('\n').length,
          },
        ],
      })
      let printed: PrintedSubmission[] = []
      const prints = time(() => {
        printed = texts.map((text, at) => printSubmission(String(at), text, spans(text)))
      }, 3)
      let shown = 0
      const compare = time(() => {
        shown = findSimilar(printed).length
      }, 3)
      return [
        size.toLocaleString('en'),
        prints.median,
        compare.median,
        prints.median + compare.median,
        shown.toLocaleString('en'),
      ]
    }),
  )
}

const WORDS =
  'engine image layer socket token pod node secret volume port user root network build registry tag log limit host cluster admin role claim key file mount write read open close trust sign pull push start stop share name space queue disk memory process kernel team build test stage gate rule path'.split(
    ' ',
  )

/** 700 words of its own (a fixed sequence), with a passage that every tenth text shares with its neighbour. */
function makeUp(seed: number): string {
  let state = seed + 1
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return WORDS[(state >>> 8) % WORDS.length] as string
  }
  const own = Array.from({ length: 700 }, next)
  if (seed % 10 === 1) {
    state = seed
    own.splice(100, 150, ...Array.from({ length: 850 }, next).slice(100, 250))
  }
  return own.map((word, at) => (at % 25 === 24 ? `${word}\n` : `${word} `)).join('')
}
