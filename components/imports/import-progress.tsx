import type { ImportState } from '@/components/imports/run-import'
import { Progress } from '@/components/ui/progress'
import { formatCount } from '@/lib/model/format-count'

/** Which step an import is at, with counts. */
export function ImportProgress({
  state,
}: {
  state: Extract<ImportState, { step: 'reading' | 'sending' | 'planning' }>
}) {
  return (
    <div className="pt-1 pb-2" role="status">
      {state.step === 'reading' ? (
        <Progress
          label="Reading files"
          done={state.done}
          total={state.total}
          counts={`${formatCount(state.done)} of ${formatCount(state.total)}`}
        />
      ) : state.step === 'sending' ? (
        <Progress
          label="Sending files"
          done={state.sent}
          total={state.total}
          counts={`${inMegabytes(state.sent)} of ${inMegabytes(state.total)} MB`}
        />
      ) : (
        <Progress
          label="Working out what would change"
          done={0}
          counts={state.files === 1 ? '1 file' : `${state.files} files`}
        />
      )}
    </div>
  )
}

const inMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
