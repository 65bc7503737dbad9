import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import { compareWorth, isPassedOver } from '@/lib/importers/worth-reading'
import { formatCount } from '@/lib/model/format-count'
import { looksLikeArchive } from '@/lib/workers/unpack/archives'

/** How much is unpacked at once. */
export type UnpackLimits = {
  /** Bytes of an archive. */
  packedBytes: number
  /** Bytes of all files together, archives unpacked. */
  unpackedBytes: number
  files: number
  /** How many times larger than its packed form a file of an archive may be. */
  ratio: number
}

export type Opened = { path: string; bytes: Uint8Array }
export type Refusal = { file: string; sentence: string }
export type OpenedZip = { files: Opened[]; refused: Refusal[]; passedOver: Refusal[] }

/** What is left of the limits while several files and archives are read. */
export type Budget = { bytes: number; files: number }

const MAX_ENTRIES = 20_000
const SMALL = 1_000_000
const MAX_PATH = 500

const BROKEN = 'This archive is damaged and cannot be opened.'

/**
 * Unpacks a zip archive in memory. A part that cannot be taken is refused by itself, the others still come. Entries are
 * read from the archive's own list, the likely declarations first, and counted while they unpack, so that what an entry
 * claims of its size is never trusted.
 */
export async function openZip(
  { path, bytes }: Opened,
  limits: UnpackLimits,
  budget: Budget,
): Promise<OpenedZip> {
  const opened: OpenedZip = { files: [], refused: [], passedOver: [] }
  const refuse = (file: string, sentence: string) => opened.refused.push({ file, sentence })
  if (bytes.byteLength > limits.packedBytes) {
    refuse(
      path,
      `This archive is larger than ${megabytes(limits.packedBytes)}, the most that is opened. Import a part of it.`,
    )
    return opened
  }
  let zip: ZipFile
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
  } catch {
    refuse(path, BROKEN)
    return opened
  }
  const entries = await listEntries(zip, path, opened)
  const packed = entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0)
  if (packed > bytes.byteLength) {
    refuse(
      path,
      'The parts of this archive overlap, as in one that is made to unpack without end. Nothing of it was read.',
    )
    return { ...opened, files: [] }
  }
  const prefix = commonFolder(entries.map(({ name }) => name)) ? '' : `${stemOf(path)}/`
  const order = new Map(entries.map(({ name }, at) => [prefix + name, at]))
  let leftOut = 0
  for (const { entry, name } of entries.toSorted((a, b) => compareWorth(a.name, b.name))) {
    const shown = prefix + name
    if (budget.files <= 0) {
      leftOut++
      continue
    }
    const why = whyRefused(entry, limits, budget)
    if (why !== undefined) refuse(shown, why)
    else await takeEntry(zip, entry, shown, { opened, budget, limits })
  }
  zip.close()
  opened.files.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0))
  if (leftOut > 0) {
    refuse(path, `${leftOut} files of this archive were not read: at most ${limits.files} are read at once.`)
  }
  return opened
}

type Named = { entry: Entry; name: string }

/** The files that the archive lists, by name; folders, links and names that lead out of it are told apart. */
async function listEntries(zip: ZipFile, path: string, { refused, passedOver }: OpenedZip): Promise<Named[]> {
  const found: Named[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (found.length >= MAX_ENTRIES) {
        refused.push({
          file: path,
          sentence: `This archive lists more than ${formatCount(MAX_ENTRIES)} files. The rest was not looked at.`,
        })
        break
      }
      const raw = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      )
      const name = raw.replaceAll('\\', '/').replace(/\p{Cc}/gu, ' ')
      const shown = `${path}/${name}`.slice(0, MAX_PATH)
      if (name.endsWith('/')) continue
      if (validateFileName(name) !== null || name.length > MAX_PATH || name.split('/').includes('..')) {
        refused.push({
          file: shown,
          sentence: 'The name of this file leads out of the archive. It was not read.',
        })
      } else if (isLink(entry)) {
        refused.push({ file: shown, sentence: 'This is a link and not a file. Links are not followed.' })
      } else if (isPassedOver(name))
        passedOver.push({ file: name, sentence: 'Files of this kind declare no system.' })
      else found.push({ entry, name: name.replace(/^(\.\/)+/, '') })
    }
  } catch {
    refused.push({
      file: path,
      sentence:
        found.length > 0
          ? 'The list of this archive is damaged. What stands behind the damage was not read.'
          : BROKEN,
    })
  }
  return found
}

function isLink({ externalFileAttributes, versionMadeBy }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0xf000
  return versionMadeBy >>> 8 === 3 && kind !== 0 && kind !== 0x8000 && kind !== 0x4000
}

function whyRefused(
  entry: Entry,
  { ratio, unpackedBytes }: UnpackLimits,
  budget: Budget,
): string | undefined {
  if (entry.isEncrypted())
    return 'This file is encrypted. Unpack the archive first, and import what is in it.'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return 'This file is packed in a way that is not read. Unpack the archive first, and import what is in it.'
  if (entry.uncompressedSize > SMALL && entry.uncompressedSize > ratio * entry.compressedSize)
    return `This file would be more than ${ratio} times larger than it is packed. It was not unpacked.`
  return entry.uncompressedSize > budget.bytes ? tooMuch(unpackedBytes) : undefined
}

export function tooMuch(bytes: number): string {
  return `With this file more than ${megabytes(bytes)} would be read at once. It was left out.`
}

type Taking = { opened: OpenedZip; budget: Budget; limits: UnpackLimits }

async function takeEntry(
  zip: ZipFile,
  entry: Entry,
  shown: string,
  { opened, budget, limits }: Taking,
): Promise<void> {
  let bytes: Buffer | undefined
  try {
    bytes = await collect(await zip.openReadStreamPromise(entry), budget.bytes)
  } catch {
    opened.refused.push({
      file: shown,
      sentence: 'This file is damaged inside the archive. It was not read.',
    })
    return
  }
  if (!bytes) opened.refused.push({ file: shown, sentence: tooMuch(limits.unpackedBytes) })
  else if (crc32(bytes) !== entry.crc32)
    opened.refused.push({
      file: shown,
      sentence: 'This file is damaged inside the archive: its checksum is wrong. It was not read.',
    })
  else if (looksLikeArchive(bytes))
    opened.refused.push({
      file: shown,
      sentence: 'This is an archive inside an archive. It was not opened; import it by itself.',
    })
  else {
    budget.bytes -= bytes.byteLength
    budget.files--
    opened.files.push({ path: shown, bytes })
  }
}

/** The bytes of a stream; undefined as soon as they are more than `limit`. */
async function collect(stream: Readable, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > limit) {
      stream.destroy()
      return undefined
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/** True when all files lie in one folder, whose name then says what they are. */
function commonFolder(names: readonly string[]): boolean {
  const [first = ''] = names
  const folder = first.slice(0, first.indexOf('/') + 1)
  return folder !== '' && names.every((name) => name.startsWith(folder))
}

function stemOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1)
  return base.replace(/\.zip$/i, '') || 'archive'
}

export function megabytes(bytes: number): string {
  const whole = Math.round((bytes / 1024 / 1024) * 10) / 10
  return whole >= 0.1 ? `${whole} MB` : `${bytes} bytes`
}
