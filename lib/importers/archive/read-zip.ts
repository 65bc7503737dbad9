import { type UnzipFileInfo, unzipSync } from 'fflate'

export type ZipLimits = {
  files: number
  /** Bytes of one file, unpacked. */
  fileBytes: number
  /** Bytes of all files together, unpacked. */
  totalBytes: number
}

export type ZipContent = {
  files: { path: string; bytes: Uint8Array }[]
  /** What was left out, and why. */
  refused: { path: string; sentence: string }[]
}

/** Whether bytes begin like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

/**
 * Unpacks a zip archive in memory. What is too large, too many or named so that it would leave the archive is listed, and
 * the others are still taken. Sizes are those the archive states, and no file is unpacked beyond its own.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): ZipContent {
  const content: ZipContent = { files: [], refused: [] }
  let total = 0
  let count = 0
  const wanted = new Map<string, string>()
  const filter = ({ name, originalSize, compression }: UnzipFileInfo): boolean => {
    if (/[/\\]$/.test(name)) return false
    const path = safePath(name)
    const refuse = (sentence: string) => {
      content.refused.push({ path: path ?? 'unnamed', sentence })
      return false
    }
    if (path === undefined) return refuse('Its name leads out of the archive.')
    if (wanted.has(name)) return refuse('There are two files of this name; the first was taken.')
    if (compression !== 0 && compression !== 8)
      return refuse('It is packed in a way that cannot be read here.')
    if (originalSize > limits.fileBytes) return refuse(`It is larger than ${size(limits.fileBytes)}.`)
    if (total + originalSize > limits.totalBytes)
      return refuse(`All files together are larger than ${size(limits.totalBytes)}.`)
    if (count >= limits.files) return refuse(`The archive holds more than ${limits.files} files.`)
    total += originalSize
    count++
    wanted.set(name, path)
    return true
  }
  try {
    for (const [name, unpacked] of Object.entries(unzipSync(bytes, { filter })))
      content.files.push({ path: wanted.get(name) ?? name, bytes: unpacked })
  } catch {
    content.files = []
    content.refused.push({ path: '', sentence: 'This archive is damaged or locked with a password.' })
  }
  return content
}

function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${Math.round(bytes / 1000)} kB`
}

/** A path inside of the archive; undefined when it points elsewhere. */
function safePath(name: string): string | undefined {
  const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  if (path === '' || path.length > 500 || /^(?:\/|[A-Za-z]:)/.test(path) || /\p{Cc}/u.test(path))
    return undefined
  return path.split('/').some((part) => part === '..') ? undefined : path
}
