/** A file that was dropped or chosen; `path` is relative to what was dropped, with forward slashes. */
export type ChosenFile = { path: string; file: File }

/** More than this are not even listed. */
export const MAX_FILES = 20_000

// Where no declaration of a system lies, and where a dropped project folder has most of its files.
const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.next',
  'vendor',
  '__pycache__',
  '.venv',
])

/**
 * Every file of a drop, folders walked. Must be called in the drop event itself: the browser forgets the items after it.
 * Gives at most `MAX_FILES`, and says whether there were more.
 */
export function collectDropped(
  items: DataTransferItemList,
): () => Promise<{ files: ChosenFile[]; hasMore: boolean }> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return async () => {
    const files: ChosenFile[] = []
    for (const entry of entries) await walk(entry, files)
    return { files: files.slice(0, MAX_FILES), hasMore: files.length > MAX_FILES }
  }
}

/** Every file that a file field holds; of a chosen folder with their paths in it. */
export function collectChosen(list: FileList): { files: ChosenFile[]; hasMore: boolean } {
  const files = [...list]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split('/').some((part) => skippedFolders.has(part)))
  return { files: files.slice(0, MAX_FILES), hasMore: files.length > MAX_FILES }
}

async function walk(entry: FileSystemEntry, files: ChosenFile[]): Promise<void> {
  if (files.length > MAX_FILES) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    files.push({ path: entry.fullPath.replace(/^\//, ''), file })
  } else if (isFolder(entry) && !skippedFolders.has(entry.name)) {
    for (const child of await childrenOf(entry)) await walk(child, files)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  // A reader gives its entries a hundred at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return children
    children.push(...some)
  }
}
