import type { InputFile } from '@/lib/importers/extract'
import { compareWorth, isPassedOver } from '@/lib/importers/worth-reading'
import { isZip, looksLikeArchive } from '@/lib/workers/unpack/archives'
import { decodeText } from '@/lib/workers/unpack/decode-text'
import {
  type Budget,
  type Opened,
  openZip,
  type Refusal,
  tooMuch,
  type UnpackLimits,
} from '@/lib/workers/unpack/open-zip'

/** A file as it arrived: text, or bytes that may be an archive. */
export type GivenFile = InputFile | Opened

/**
 * Texts to read, what is refused, and what is no declaration and was passed over. `archives` says of files that came out
 * of an archive which one, path by path.
 */
export type Unpacked = {
  files: InputFile[]
  refused: Refusal[]
  passedOver: Refusal[]
  archives: Map<string, string>
}

/**
 * Opens archives and decodes texts, within limits. What is too much is refused by name; the rest is still there. The
 * likely declarations are taken first, and given back in the order in which they came.
 */
export async function unpackFiles(given: readonly GivenFile[], limits: UnpackLimits): Promise<Unpacked> {
  const budget: Budget = { bytes: limits.unpackedBytes, files: limits.files }
  const parts = given.map((file) => ({ file, unpacked: nothing() }))
  for (const { file, unpacked } of parts.toSorted((a, b) => compareWorth(a.file.path, b.file.path))) {
    if (given.length > 1 && isPassedOver(file.path))
      unpacked.passedOver.push({ file: file.path, sentence: NO_SYSTEM })
    else if ('text' in file) takeText(unpacked, file, { budget, limits })
    else if (isZip(file.bytes) && !file.path.includes('/')) await takeZip(unpacked, file, { budget, limits })
    else if (looksLikeArchive(file.bytes))
      unpacked.refused.push({ file: file.path, sentence: whyClosed(file) })
    else takeBytes(unpacked, file, { budget, limits })
  }
  const all = nothing()
  for (const { unpacked } of parts) {
    all.files.push(...unpacked.files)
    all.refused.push(...unpacked.refused)
    all.passedOver.push(...unpacked.passedOver)
    for (const [path, archive] of unpacked.archives) all.archives.set(path, archive)
  }
  // Alone, what is no text is the answer and no aside.
  if (all.files.length === 0 && all.refused.length === 0)
    return { ...all, refused: all.passedOver, passedOver: [] }
  return all
}

const NO_SYSTEM = 'Files of this kind declare no system.'

/** What is said of a file whose encoding cannot be told. */
export const NO_TEXT = 'This is not UTF-8 text. Save it as UTF-8, and import it again.'

const nothing = (): Unpacked => ({
  files: [],
  refused: [],
  passedOver: [],
  archives: new Map(),
})

async function takeZip(unpacked: Unpacked, file: Opened, { budget, limits }: Taking): Promise<void> {
  const { files, refused, passedOver } = await openZip(file, limits, budget)
  for (const opened of files) {
    decodeInto(unpacked, opened)
    unpacked.archives.set(opened.path, file.path)
  }
  unpacked.refused.push(...refused)
  unpacked.passedOver.push(...passedOver)
  if (files.length > 0 || refused.length > 0) return
  unpacked.refused.push({ file: file.path, sentence: 'There is no file in this archive that can be read.' })
}

/** Why an archive was not opened, and what to do. */
export function whyClosed({ path, bytes }: Opened): string {
  return isZip(bytes) && path.includes('/')
    ? 'This is an archive inside a folder. It was not opened; import it by itself.'
    : 'This is packed in a way that is not read. Only zip archives are opened: unpack it first, and import what is in it.'
}

type Taking = { budget: Budget; limits: UnpackLimits }

function takeBytes(unpacked: Unpacked, file: Opened, taking: Taking): void {
  if (mayTake(unpacked, file.path, file.bytes.byteLength, taking)) decodeInto(unpacked, file)
}

function takeText(unpacked: Unpacked, file: InputFile, taking: Taking): void {
  if (mayTake(unpacked, file.path, Buffer.byteLength(file.text), taking)) unpacked.files.push(file)
}

function mayTake({ refused }: Unpacked, path: string, length: number, { budget, limits }: Taking): boolean {
  const why =
    budget.files <= 0
      ? `At most ${limits.files} files are read at once. This one was left out.`
      : length > budget.bytes
        ? tooMuch(limits.unpackedBytes)
        : undefined
  if (why !== undefined) refused.push({ file: path, sentence: why })
  else {
    budget.files--
    budget.bytes -= length
  }
  return why === undefined
}

function decodeInto({ files, refused, passedOver }: Unpacked, { path, bytes }: Opened): void {
  const decoded = decodeText(bytes)
  if (decoded === 'binary') passedOver.push({ file: path, sentence: 'This is not text.' })
  else if (decoded === 'broken') refused.push({ file: path, sentence: NO_TEXT })
  else files.push({ path, text: decoded.text })
}
