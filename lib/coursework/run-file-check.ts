import type { Answer, Check, HandedIn } from '@/lib/coursework/criterion'
import { findExpected } from '@/lib/coursework/rubric/fuzzy-files'

type Of<K extends Check['kind']> = Extract<Check, { kind: K }>

/** Words of a text, as a person counts them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
}

export function checkWords(check: Of<'words'>, { text, files }: HandedIn): Answer {
  const file = check.file && findExpected(files, check.file)
  if (check.file && !file) return missing(files.length, check.file.name)
  const words = countWords(file ? (file.text ?? '') : text)
  const where = file ? file.path : 'The text'
  return {
    result: file && file.text === undefined ? null : words >= check.atLeast,
    lines: [],
    says:
      file && file.text === undefined
        ? `${file.path} is no text that can be counted.`
        : `${where} has ${words} words; ${check.atLeast} are asked for.`,
  }
}

export function checkFiles(check: Of<'files'>, { files }: HandedIn): Answer {
  const found = check.files.map((expected) => ({ expected, file: findExpected(files, expected) }))
  const open = found.filter(({ file }) => !file).map(({ expected }) => expected.name)
  if (open.length > 0) return missing(files.length, open.join(', '))
  return {
    result: true,
    lines: [],
    says: `${found.map(({ file }) => file?.path).join(', ')} ${found.length === 1 ? 'is' : 'are'} there.`,
  }
}

/** Nobody can say that a file is missing when one text was all that came: the rest may come another way. */
function missing(files: number, name: string): Answer {
  return {
    result: files > 1 ? false : null,
    lines: [],
    says: files > 1 ? `No file like ${name} was found.` : `Only a text came, without ${name}.`,
  }
}

export function checkHeadings(check: Of<'headings'>, { files }: HandedIn): Answer {
  const file = findExpected(files, check.file)
  if (!file) return missing(files.length, check.file.name)
  if (file.text === undefined) return { result: null, lines: [], says: `${file.path} is no text.` }
  const lines = file.text
    .toLowerCase()
    .split('\n')
    .filter((line) => line.trim().length > 0 && line.length < 120)
  const open = check.headings.filter(
    (heading) =>
      !heading.split('|').some((word) => lines.some((line) => line.includes(word.trim().toLowerCase()))),
  )
  return {
    result: open.length === 0,
    lines: [],
    says:
      open.length === 0
        ? `${file.path} has all ${check.headings.length} parts.`
        : `${file.path} has no part about: ${open.map((one) => one.split('|')[0]).join(', ')}.`,
  }
}

export function checkRun(check: Of<'run'>, { scans, submission, files }: HandedIn): Answer {
  const scan = scans.find(({ tool }) => tool === check.tool)
  if (scan)
    return {
      result: true,
      lines: [],
      says: `${scan.path} is the output of a run: ${scan.failed.length} failed, ${scan.passed.length} passed.`,
    }
  const listed = submission.findings.filter(({ framework }) =>
    check.tool === 'docker-bench' ? framework === 'cis-docker' : framework === 'cis-kubernetes',
  )
  const isBundle = files.length > 1
  return {
    result: isBundle && listed.length === 0 ? false : null,
    lines: listed.map(({ firstLine }) => firstLine),
    says: `No output of ${check.tool} was found; the text lists ${listed.length} of its checks.`,
  }
}

export function checkRerun(check: Of<'rerun'>, { scans }: HandedIn): Answer {
  const own = scans.filter(({ tool }) => tool === check.tool)
  const [first] = own
  const last = own.at(-1)
  if (!first || !last || first === last)
    return { result: null, lines: [], says: `Fewer than two runs of ${check.tool} were found.` }
  const passed = new Set(last.passed)
  const mended = first.failed.filter((id) => passed.has(id))
  return {
    result: mended.length >= check.atLeast,
    lines: [],
    says: `${mended.length === 0 ? 'No check' : mended.join(', ')} failed in ${first.path} and passed in ${last.path}.`,
  }
}
