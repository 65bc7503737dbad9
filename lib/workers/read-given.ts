import type { FileOutcome } from '@/lib/importers/extract'
import { IMPORTERS } from '@/lib/importers/importers'
import { type FilesRead, readFiles } from '@/lib/importers/read-files'
import { formatCount } from '@/lib/model/format-count'
import type { Refusal, UnpackLimits } from '@/lib/workers/unpack/open-zip'
import { type GivenFile, unpackFiles } from '@/lib/workers/unpack/unpack-files'

/** Files to read, and the paths of files that lie beside them. */
export type Given = { files: readonly GivenFile[]; beside: readonly string[] }

/** Opens archives, decodes texts and reads them: one way for the server's worker and the command line. */
export async function readGiven(given: Given, limits: UnpackLimits): Promise<FilesRead> {
  const { files, refused, passedOver, archives } = await unpackFiles(given.files, limits)
  const left = given.beside.map((file) => ({ file, sentence: 'Files of this kind declare no system.' }))
  const beside = [...refused, ...passedOver, ...left]
  const read = readFiles(
    files,
    IMPORTERS,
    beside.map(({ file }) => file),
  )
  const toldArchive = (outcome: FileOutcome): FileOutcome => {
    const archive = outcome.scanner === undefined ? undefined : archives.get(outcome.file)
    return archive === undefined ? outcome : { ...outcome, archive }
  }
  return {
    extracts: read.extracts,
    unreadable: [...read.unreadable, ...refused],
    outcomes: [...read.outcomes.map(toldArchive), ...outcomesOf(beside)],
  }
}

// A project's folder holds thousands of pictures and sources; beyond these they are only counted.
const MAX_LISTED = 300

function outcomesOf(beside: readonly Refusal[]): FileOutcome[] {
  const listed = beside
    .slice(0, MAX_LISTED)
    .map(({ file, sentence }) => ({ file, components: 0, facts: 0, skipped: 0, why: sentence }))
  const left = beside.length - listed.length
  if (left > 0) {
    listed.push({
      file: `${formatCount(left)} more files`,
      components: 0,
      facts: 0,
      skipped: 0,
      why: 'These were not read either.',
    })
  }
  return listed
}
