import type { Json } from '@/lib/importers/scans/json/json-node'
import type { FoundScan } from '@/lib/importers/scans/scan-extract'

/** A file as readers get it: cleaned text, its lines, and its JSON or YAML documents if it holds any. */
export type ScanInput = {
  path: string
  text: string
  /** Taken apart when first asked for. */
  readonly lines: readonly string[]
  documents: readonly Json[]
  /** Which run of a file with many to take, from 1; the last when absent. */
  run?: number
}

/** A scanner's output. `detect` looks at content; `read` is only called after it said yes, and never throws. */
export type ScanReader = {
  id: string
  label: string
  detect(input: ScanInput): boolean
  read(input: ScanInput): FoundScan
}
