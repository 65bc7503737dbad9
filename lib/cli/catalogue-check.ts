import { checkExamples } from '@/lib/analysis/check-examples'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import type { PackResult } from '@/lib/catalogue/read-pack'
import { CATALOGUE_FOLDER, readCatalogue } from '@/lib/cli/read-catalogue'
import { Stride } from '@/lib/model/judgement'

const HELP = `Checks a catalogue: its form, its references, its conditions, and the examples of every threat.

  catalogue:check [FOLDER]    FOLDER holds the YAML files; ${CATALOGUE_FOLDER} unless given.

Exit code 0 when it is sound, 1 when it is not, 2 when it cannot be read.
`

/**
 * Checks the catalogue in a folder and prints every problem as one line, or a table of what is in it.
 * @returns 0 when sound, 1 with problems, 2 when the folder cannot be read.
 */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(HELP)
    return 0
  }
  const folder = argv[0] ?? CATALOGUE_FOLDER
  let result: PackResult
  try {
    result = readCatalogue(folder)
  } catch (error) {
    process.stderr.write(`The catalogue in "${folder}" cannot be read: ${(error as Error).message}\n`)
    return 2
  }
  if (!result.ok) return report(result.problems.map(({ file, sentence }) => `${file}: ${sentence}`))
  if (result.pack.threats.length === 0) {
    process.stderr.write(`There is no threat in "${folder}"; give the folder that holds the YAML files.\n`)
    return 2
  }
  const { ran, problems } = checkExamples(openCatalogue(result.pack))
  if (problems.length > 0) return report(problems)
  process.stdout.write(describePack(result.pack, ran))
  return 0
}

function report(problems: readonly string[]): number {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  process.stderr.write(`${problems.join('\n')}\n\nThe catalogue has ${count}.\n`)
  return 1
}

/** What is in a pack, as a table of plain text. */
export function describePack(pack: Pack, examplesRun: number): string {
  const withLetter = (letter: string) => pack.threats.filter(({ stride }) => stride[0] === letter).length
  const byHand = pack.threats.filter(({ targets }) => targets.every(({ exposedWhen }) => !exposedWhen)).length
  const rows: [string, number][] = [
    ['Component types', pack.componentTypes.length],
    ['Flow types', pack.flowTypes.length],
    ['Attributes', pack.attributes.length],
    ['Relations', pack.relations.length],
    ['Derivations', pack.derivations.length],
    ['Threats', pack.threats.length],
    ...Stride.options.map((letter): [string, number] => [`  ${letter}`, withLetter(letter)]),
    ['  attached by hand only', byHand],
    ['Mitigations', pack.mitigations.length],
    ['Controls', pack.controls.length],
    ['Examples that hold', examplesRun],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const table = rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(5)}`).join('\n')
  return `Catalogue ${pack.about.version} (${pack.hash.slice(0, 12)}) is sound.\n\n${table}\n`
}
