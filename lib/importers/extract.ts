import type { Fact, FileSource } from '@/lib/model/fact'

/** A file as it was handed in. The path is relative to what was dropped, with forward slashes. */
export type InputFile = { path: string; text: string }

/** A fact read from a file. */
export type ExtractedFact = Fact & { origin: 'import' }

/** Facts by attribute, in the form in which the model will hold them: there are ten thousands, so none is made twice. */
export type ExtractedFacts = Record<string, [ExtractedFact]>

/** A component as the files declare it, under its natural key (what importing again finds it by). */
export type ExtractedComponent = {
  key: string
  type: string
  name: string
  /** Natural key of what it stands inside of. */
  parentKey?: string
  /** Natural keys of every boundary it is directly in. */
  zoneKeys: string[]
  facts: ExtractedFacts
  source: FileSource
  tags?: string[]
}

export type ExtractedFlow = {
  key: string
  type: string
  name?: string
  from: string
  to: string
  both?: true
  facts: ExtractedFacts
  source: FileSource
}

/** Something in the files that did not become part of the model, and why. */
export type Skipped = FileSource & { what: string; why: string }

/** Something that was read, but not as written. */
export type ImportWarning = FileSource & { sentence: string }

/**
 * An image that these files have built, for the reader of Dockerfiles. Paths are those of input files, or the key of an
 * inner text; without `dockerfile` it is the one in `folder`.
 */
export type ExtractedBuild = {
  imageKey: string
  contextKey: string
  folder: string
  dockerfile?: string
  target?: string
  source: FileSource
}

/**
 * What one reader found. `scope` is the prefix of all its natural keys ("compose/shop"): on importing again, components
 * under it that no longer occur are gone.
 */
export type Extract = {
  importer: string
  scope: string
  /** Natural keys that begin with a kind (a capital letter) belong to it too, whatever the kind. */
  ownsKinds?: true
  /**
   * What decides that something is gone: its `scope` (all of a project is read at once), or its file, for formats whose
   * files are handed in a few at a time.
   */
  goneBy?: 'scope' | 'file'
  /** Files that something of this was read from, what was skipped or warned of aside. */
  files: string[]
  components: ExtractedComponent[]
  flows: ExtractedFlow[]
  skipped: Skipped[]
  warnings: ImportWarning[]
  builds?: ExtractedBuild[]
}

/** A file that could not be read at all. */
export type UnreadableFile = { file: string; line?: number; sentence: string }

/**
 * A text of another format inside of a file, for an importer listed later; never kept. Its lines count as in the file.
 * `key` is a path that no file has.
 */
export type InnerText = { key: string; file: string; text: string }

export type ReadResult = {
  extracts: Extract[]
  unreadable: UnreadableFile[]
  inner?: InnerText[]
  /** Files in which reports of a scanner stand, alone or among what was read. */
  scans?: string[]
}

/** What lies around the files of one format: the paths of all files, and what importers listed before it found. */
export type Surroundings = {
  paths: readonly string[]
  found: readonly Extract[]
  inner: readonly InnerText[]
}

/** A format. `detect` looks at content, not at names; `read` gets all files that it may be able to read, at once. */
export type Importer = {
  id: string
  label: string
  detect(file: InputFile): 'yes' | 'maybe' | 'no'
  /** Whether it also reads texts inside of files that others read. */
  readsInner?: true
  read(files: readonly InputFile[], around?: Surroundings): ReadResult
}

/** What became of one file. `readAs` is the label of its format, absent when none read it; then `why` says so. */
export type FileOutcome = {
  file: string
  readAs?: string
  components: number
  facts: number
  skipped: number
  why?: string
  /** The scanner whose output it holds: with `readAs`, among other things. Its findings are imported as a scan. */
  scanner?: string
  /** The archive that output of a scanner came out of, where it did. */
  archive?: string
}
