import type { ChosenFile } from '@/components/imports/collect-files'
import { requestPlan } from '@/components/imports/request-plan'
import { MAX_SENT, sortOut } from '@/lib/client/sort-out'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { formatCount } from '@/lib/model/format-count'

/** Files of one drop or choice; there may have been more than are listed. */
export type ChosenFiles = { files: readonly ChosenFile[]; hasMore: boolean }

/** Where an import stands. Nothing is changed before the person commits the plan. */
export type ImportState =
  | { step: 'idle' }
  | { step: 'reading'; modelId: string; done: number; total: number }
  | { step: 'sending'; modelId: string; sent: number; total: number }
  | { step: 'planning'; modelId: string; files: number }
  | {
      step: 'planned'
      modelId: string
      plan: ImportPlan
      names: readonly string[]
      hasMore: boolean
      /** Those of the files that hold output of scanners, archives as they are. */
      scans: readonly { path: string; file: Blob }[]
    }
  | { step: 'failed'; modelId: string; sentence: string }

/** One import from the files to the plan, each step shown; loaded with the first. */
export async function runImport(
  modelId: string,
  chosen: ChosenFiles,
  show: (state: ImportState) => void,
  signal: AbortSignal,
): Promise<void> {
  const { sent: files, left, hasMore } = sortOut(chosen.files)
  const total = files.length
  if (total === 0) return show({ step: 'failed', modelId, sentence: nothingToRead(left.length) })

  const read: { path: string; bytes: Blob }[] = []
  for (const { path, file } of files) {
    if (signal.aborted) return
    show({ step: 'reading', modelId, done: read.length, total })
    try {
      // Read here, so that a file that is gone meanwhile is named and not a failed request.
      read.push({ path, bytes: new Blob([await file.arrayBuffer()]) })
    } catch {
      return show({
        step: 'failed',
        modelId,
        sentence: `${path} could not be read. It may have been moved or changed meanwhile. Drop it again.`,
      })
    }
  }
  const answer = await requestPlan(modelId, {
    files: read,
    left,
    signal,
    onSent: (sent, size) =>
      show(
        sent < size
          ? { step: 'sending', modelId, sent, total: size }
          : { step: 'planning', modelId, files: total },
      ),
  })
  if (answer.ok)
    show({
      step: 'planned',
      modelId,
      plan: answer.value,
      names: files.map(({ path }) => path),
      hasMore: hasMore || chosen.hasMore,
      scans: scansAmong(read, answer.value),
    })
  else show({ step: 'failed', modelId, sentence: answer.sentence })
}

// Of an archive, the server takes the scans out.
function scansAmong(read: readonly { path: string; bytes: Blob }[], { outcomes = [] }: ImportPlan) {
  const names = new Set(
    outcomes.flatMap(({ file, scanner, archive }) => (scanner === undefined ? [] : [archive ?? file])),
  )
  return read.filter(({ path }) => names.has(path)).map(({ path, bytes }) => ({ path, file: bytes }))
}

function nothingToRead(left: number): string {
  return left === 0
    ? 'There are no files in what you dropped.'
    : `None of these ${formatCount(left)} files declares a system: they are sources, pictures and the like. Drop Compose files, Dockerfiles or manifests.`
}

/** What is said of files beyond the limit. */
export const tooManyFiles = `These are more files than are sent at once: the ${formatCount(MAX_SENT)} likeliest were. Drop the folders that hold the declarations on their own.`
