import { create } from 'zustand'
import { type ChosenFile, MAX_FILES } from '@/components/imports/collect-files'
import { requestPlan } from '@/components/imports/request-plan'
import type { ImportPlan } from '@/lib/importers/import-plan'

/** Where an import stands. Nothing is changed before the person commits the plan. */
export type ImportState =
  | { step: 'idle' }
  | { step: 'reading'; modelId: string; done: number; total: number }
  | { step: 'planning'; modelId: string; files: number }
  | { step: 'planned'; modelId: string; plan: ImportPlan; names: readonly string[]; hasMore: boolean }
  | { step: 'failed'; modelId: string; sentence: string }

type Import = ImportState & {
  /** The model was made for this import: giving up takes it away again. */
  isNewModel: boolean
}

const idle: Import = { step: 'idle', isNewModel: false }

export const useImport = create<{ current: Import }>(() => ({ current: idle }))

let running: AbortController | undefined

/** Reads the files and asks the server what importing them would do. An import under way is given up first. */
export async function startImport(
  modelId: string,
  chosen: { files: readonly ChosenFile[]; hasMore: boolean },
  isNewModel = false,
): Promise<void> {
  running?.abort()
  const controller = new AbortController()
  running = controller
  const show = (state: ImportState) => {
    if (!controller.signal.aborted) useImport.setState({ current: { ...state, isNewModel } })
  }
  const { files, hasMore } = chosen
  const total = files.length
  if (total === 0)
    return show({ step: 'failed', modelId, sentence: 'There are no files in what you dropped.' })

  const read: { path: string; bytes: Blob }[] = []
  for (const { path, file } of files) {
    if (controller.signal.aborted) return
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
  show({ step: 'planning', modelId, files: total })
  const answer = await requestPlan(modelId, read, controller.signal)
  if (answer.ok)
    show({ step: 'planned', modelId, plan: answer.value, names: files.map(({ path }) => path), hasMore })
  else show({ step: 'failed', modelId, sentence: answer.sentence })
}

/** Leaves everything as it is. */
export function giveUpImport(): void {
  running?.abort()
  running = undefined
  useImport.setState({ current: idle })
}

/** What is said of files beyond the limit. */
export const tooManyFiles = `Only the first ${MAX_FILES} files were read. Drop the folders that hold the declarations on their own.`
