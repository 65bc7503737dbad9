import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readSubmission } from '@/lib/importers/submission/read-submission'
import {
  dockerIdeas,
  type FindingStyle,
  findingStyles,
  type HeadingStyle,
  headingStyles,
  type ItemStyle,
  itemStyles,
  kubernetesIdeas,
} from '@/lib/testing/write-submission'

const catalogue = openRepositoryCatalogue()
const checks = [
  ['2.14', 'Userland proxy is off'],
  ['5.10', 'Memory of containers is limited'],
  ['4.6', 'Images bring a health check'],
] as const

type Written = { text: string; threats: string[]; ids: string[] }

/** A whole submission in the given styles, and what a reader must find in it. */
function write(heading: HeadingStyle, item: ItemStyle, finding: FindingStyle, gap: boolean): Written {
  const lines: string[] = []
  const threats: string[] = []
  for (const [platform, ideas] of [
    ['docker', dockerIdeas],
    ['kubernetes', kubernetesIdeas],
  ] as const) {
    lines.push(...heading.write(platform), '')
    for (const [at, idea] of ideas.entries()) {
      const own = item.write(idea, at + 1)
      threats.push(`${platform} ${idea.letter} ${lines.length + 1}-${lines.length + own.length}`)
      lines.push(...own, ...(gap ? [''] : []))
    }
    lines.push('')
  }
  lines.push(...heading.write('findings'), '')
  for (const [at, [id, title]] of checks.entries())
    lines.push(...finding.write(id, title, at + 1), ...(gap ? [''] : []))
  return { text: lines.join('\n'), threats, ids: checks.map(([id]) => id) }
}

function read(text: string) {
  const { threats, findings } = readSubmission(text, catalogue)
  return {
    threats: threats.map(
      (one) => `${one.platform} ${one.categories.join('')} ${one.firstLine}-${one.lastLine}`,
    ),
    ids: findings.map(({ id }) => id),
  }
}

const [plain] = headingStyles as [HeadingStyle]
const [numbered] = itemStyles as [ItemStyle]
const [status] = findingStyles as [FindingStyle]

describe('readSubmission', () => {
  it.each(itemStyles.flatMap((style) => [true, false].map((gap) => ({ style, gap, name: style.name }))))(
    'reads items written as "$name", blank lines between: $gap',
    ({ style, gap }) => {
      const { text, threats, ids } = write(plain, style, status, gap)
      expect(read(text)).toEqual({ threats, ids })
    },
  )

  it.each(headingStyles)('reads parts whose headings are: $name', (style) => {
    const { text, threats, ids } = write(style, numbered, status, true)
    expect(read(text)).toEqual({ threats, ids })
  })

  it.each(findingStyles)('reads findings written as: $name', (style) => {
    const { text, threats, ids } = write(plain, numbered, style, true)
    expect(read(text)).toEqual({ threats, ids })
  })

  it('reads every combination of headings and items alike', () => {
    const wrong = headingStyles.flatMap((heading) =>
      itemStyles.flatMap((item) => {
        const { text, threats } = write(heading, item, status, true)
        const found = new Set(read(text).threats)
        return threats.every((one) => found.has(one)) && found.size === threats.length
          ? []
          : [`${heading.name} / ${item.name}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('reads the same from CRLF, a byte order mark and no-break spaces', () => {
    const { text, threats, ids } = write(plain, numbered, status, true)
    expect(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual({ threats, ids })
    expect(read(text.replaceAll('. ', '.\u00a0'))).toEqual({ threats, ids })
  })
})
