import type { Example } from '@/lib/catalogue/entries'
import type { OwnList } from '@/lib/catalogue/own/own-catalogue'
import type { Result } from '@/lib/model/protocol'

// The commands that pages hand to components, as the components see them.

export type OwnChange =
  | { do: 'put'; list: OwnList; entry: { id: string } & Record<string, unknown>; uses?: string[] }
  | { do: 'remove'; list: OwnList; id: string }
  | { do: 'switch'; ids: string[]; isOn: boolean }
  | { do: 'read'; text: string }

export type SaveOwn = (input: { version: number; change: OwnChange }) => Promise<Result<{ version: number }>>

type State = 'raised' | 'possible' | 'countered'

/** What would change in one model. */
export type ModelDifference = {
  id: string
  name: string
  changes: readonly {
    threatId: string
    elementId: string
    element: string
    title: string
    before: State | undefined
    after: State | undefined
    isDecided: boolean
  }[]
  total: number
  counts: { raised: number; possible: number; countered: number; gone: number; decided: number }
}

export type PreviewOwn = (input: {
  change: OwnChange
}) => Promise<Result<{ models: ModelDifference[]; examples: Example[] }>>

export type MoveModels = (input: { modelIds: string[]; hash: string }) => Promise<Result<{ moved: number }>>
