import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { UnreadableFile } from '@/lib/importers/extract'
import { megabytes, type Opened } from '@/lib/workers/unpack/open-zip'

const MAX_FILES = 5_000
const MAX_BYTES = 50 * 1024 * 1024
const TOO_MUCH = `Not read: more than ${MAX_FILES} files or ${megabytes(MAX_BYTES)} in all. Name fewer files or a smaller folder.`
const passedOver = new Set(['node_modules', '.git'])

export type FilesOnDisk = { files: Opened[]; unreadable: UnreadableFile[] }

/**
 * Reads files and whole folders (in name order, without `.git` and `node_modules`; links inside of folders are not
 * followed). A path that cannot be read is listed with the reason. Paths in the result are relative to the given folder,
 * with its own name first.
 */
export async function readPaths(paths: readonly string[]): Promise<FilesOnDisk> {
  const found: FilesOnDisk = { files: [], unreadable: [] }
  const given = [...new Map(paths.map((one) => [path.resolve(one), one]))]
  const names = shownNames(given.map(([resolved]) => resolved))
  let bytes = 0
  const take = async (onDisk: string, shown: string, size: number): Promise<void> => {
    if (found.files.length >= MAX_FILES || bytes + size > MAX_BYTES) {
      found.unreadable.push({ file: shown, sentence: TOO_MUCH })
      return
    }
    const file = { path: shown, bytes: await readFile(onDisk) }
    bytes += file.bytes.byteLength
    found.files.push(file)
  }
  const tried = async (file: string, read: () => Promise<void>): Promise<void> => {
    try {
      await read()
    } catch (error) {
      found.unreadable.push({ file, sentence: describeFileError(error) })
    }
  }
  const walk = async (folder: string, shown: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const [onDisk, name] = [path.join(folder, entry.name), `${shown}/${entry.name}`]
      await tried(name, async () => {
        if (entry.isDirectory() && !passedOver.has(entry.name)) await walk(onDisk, name)
        else if (entry.isFile()) await take(onDisk, name, (await stat(onDisk)).size)
      })
    }
  }
  for (const [resolved, asGiven] of given) {
    await tried(asGiven, async () => {
      const shown = names.get(resolved) ?? path.basename(resolved)
      const about = await stat(resolved)
      await (about.isDirectory() ? walk(resolved, shown) : take(resolved, shown, about.size))
    })
  }
  return found
}

/** The shortest ends of paths that tell them apart: two folders of one name are shown with what they lie in. */
function shownNames(resolved: readonly string[]): Map<string, string> {
  const parts = resolved.map((one) => one.split(path.sep).filter((part) => part !== ''))
  const shown = new Map<string, string>()
  for (const [index, own] of parts.entries()) {
    let length = 1
    const end = (of: readonly string[]) => of.slice(-length).join('/')
    while (length < own.length && parts.some((other, at) => at !== index && end(other) === end(own))) length++
    shown.set(resolved[index] as string, end(own))
  }
  return shown
}

function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'There is no such file or folder. Check the path.'
  if (code === 'EACCES') return 'This cannot be read: permission denied. Allow this user to read it.'
  return `This cannot be read: ${message}.`
}
