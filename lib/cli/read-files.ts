import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { UnreadableFile } from '@/lib/importers/extract'
import type { Opened } from '@/lib/workers/unpack/open-zip'

const MAX_FILES = 5_000
const MAX_BYTES = 50 * 1024 * 1024
const passedOver = new Set(['node_modules', '.git'])

export type FilesOnDisk = { files: Opened[]; unreadable: UnreadableFile[] }

/**
 * Reads files and whole folders (in name order, without `.git` and `node_modules`; links are not followed). A path that
 * cannot be read is listed with the reason. Paths in the result are relative to the given folder, with its own name first.
 */
export async function readPaths(paths: readonly string[]): Promise<FilesOnDisk> {
  const found: FilesOnDisk = { files: [], unreadable: [] }
  let bytes = 0
  const take = async (onDisk: string, shown: string): Promise<void> => {
    const { size } = await stat(onDisk)
    bytes += size
    if (found.files.length >= MAX_FILES || bytes > MAX_BYTES) {
      found.unreadable.push({
        file: shown,
        sentence: `Not read: more than ${MAX_FILES} files or ${MAX_BYTES} bytes in all.`,
      })
      return
    }
    found.files.push({ path: shown, bytes: await readFile(onDisk) })
  }
  const walk = async (folder: string, shown: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const [onDisk, name] = [path.join(folder, entry.name), `${shown}/${entry.name}`]
      if (entry.isDirectory() && !passedOver.has(entry.name)) await walk(onDisk, name)
      else if (entry.isFile()) await take(onDisk, name)
    }
  }
  for (const given of paths) {
    try {
      const resolved = path.resolve(given)
      if ((await lstat(resolved)).isDirectory()) await walk(resolved, path.basename(resolved))
      else await take(resolved, path.basename(resolved))
    } catch (error) {
      found.unreadable.push({ file: given, sentence: describeFileError(error) })
    }
  }
  return found
}

function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'There is no such file or folder.'
  if (code === 'EACCES') return 'This cannot be read: permission denied.'
  return `This cannot be read: ${message}.`
}
