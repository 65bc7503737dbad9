import { readFile } from 'node:fs/promises'
import { type Command, printJson, readArguments, UsageError } from '@/lib/cli/command'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { openRepositoryClaims } from '@/lib/cli/repository-claims'
import { checkSubmission } from '@/lib/coursework/check-submission'
import { EXERCISE } from '@/lib/coursework/exercise'
import { findClaims } from '@/lib/coursework/find-claims'
import { readSubmission } from '@/lib/importers/submission/read-submission'
import type { Submission } from '@/lib/importers/submission/submission'

const MAX_BYTES = 5 * 1024 * 1024

export const submissionCommand: Command = {
  name: 'submission',
  usage: 'submission FILE [--json]',
  summary: 'Reads a text submission: its threats, findings, automatic checks, and claims that need a look.',
  async run(args, output) {
    const { positionals } = readArguments(args, { json: { type: 'boolean', default: false } })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one file.')
    const read = await readText(file)
    if (!read.ok) {
      output.complain(`${file}: ${read.sentence}`)
      return 2
    }
    const submission = readSubmission(read.text, openRepositoryCatalogue())
    printJson(output, {
      ...shownParts(submission),
      checks: checkSubmission(read.text, submission, EXERCISE).map(({ criterion, result, evidence }) => ({
        criterion,
        result,
        evidence,
      })),
      claims: findClaims(read.text, submission, openRepositoryClaims()),
      unassigned: submission.unassigned,
    })
    if (submission.unreadable) output.complain(`${file}: ${submission.unreadable}`)
    for (const { id, firstLine, mismatch } of submission.findings)
      if (mismatch) output.complain(`${file}:${firstLine}: check ${id}: ${mismatch}`)
    return 0
  },
}

/** Checks of other benchmarks are read too, but the exercise is about Docker's. */
function shownParts({ sections, threats, findings }: Submission) {
  return {
    sections,
    threats: threats.map(
      ({
        platform,
        categories,
        categoryBasis,
        component,
        firstLine,
        lastLine,
        mitigationStated,
        confidence,
      }) => ({
        platform,
        categories,
        categoryBasis,
        component,
        firstLine,
        lastLine,
        mitigationStated,
        confidence,
      }),
    ),
    findings: findings
      .filter(({ framework }) => framework === 'cis-docker')
      .map(({ id, key, firstLine, fixed }) => ({ id, key, firstLine, fixed })),
  }
}

async function readText(file: string): Promise<{ ok: true; text: string } | { ok: false; sentence: string }> {
  try {
    const bytes = await readFile(file)
    if (bytes.length > MAX_BYTES) return { ok: false, sentence: `Not read: more than ${MAX_BYTES} bytes.` }
    return { ok: true, text: bytes.toString('utf8') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { ok: false, sentence: 'There is no such file.' }
    if (code === 'EISDIR') return { ok: false, sentence: 'This is a folder. Name one file.' }
    return { ok: false, sentence: `This cannot be read: ${(error as Error).message}.` }
  }
}
