import { create } from 'zustand'
import type { ChosenFiles, ImportState } from '@/components/imports/run-import'

type Import = ImportState & {
  /** The model was made for this import: giving up takes it away again. */
  isNewModel: boolean
}

const idle: Import = { step: 'idle', isNewModel: false }

export const useImport = create<{ current: Import }>(() => ({ current: idle }))

let running: AbortController | undefined

/** Reads the files and asks the server what importing them would do. An import under way is given up first. */
export async function startImport(modelId: string, chosen: ChosenFiles, isNewModel = false): Promise<void> {
  running?.abort()
  const controller = new AbortController()
  running = controller
  const show = (state: ImportState) => {
    if (!controller.signal.aborted) useImport.setState({ current: { ...state, isNewModel } })
  }
  show({ step: 'reading', modelId, done: 0, total: chosen.files.length })
  try {
    const { runImport } = await import('@/components/imports/run-import')
    await runImport(modelId, chosen, show, controller.signal)
  } catch {
    const sentence = 'The import could not be started. Look at the connection, then drop the files again.'
    show({ step: 'failed', modelId, sentence })
  }
}

/** Says that the model now holds something of its own: giving the plan up leaves it where it is. */
export function keepNewModel(): void {
  useImport.setState(({ current }) => ({ current: { ...current, isNewModel: false } }))
}

/** Leaves everything as it is. */
export function giveUpImport(): void {
  running?.abort()
  running = undefined
  useImport.setState({ current: idle })
}
