// What pages of a model's history are given; moments are ISO.

export type HistoryEntry = {
  seq: number
  label: string
  by: string
  at: string
  words: string[]
  edits: number
  refused: number
  canUndo: boolean
}

export type History = { entries: HistoryEntry[]; total: number; older?: number }

export type VersionView = { id: string; seq: number; name: string; note: string; keptBy: string; at: string }
