/** A file as it arrived: its path, its size, and its text when it is one. */
export type ArrivedFile = { path: string; bytes: number; text?: string | undefined }

/** What belongs to one student: a single file, or the files of one folder. */
export type ArrivedUnit = { path: string; files: ArrivedFile[] }

const NOISE =
  /(?:^|\/)(?:__MACOSX|\.git|node_modules|\.DS_Store|Thumbs\.db|\.idea|\.vscode)(?:\/|$)|(?:^|\/)\._/

/** Whether a path is of no one's work: what tools and systems leave in archives. */
export function isNoise(path: string): boolean {
  return NOISE.test(path)
}

/**
 * Sorts files into units: each folder below the common one is a unit, and so is each file that lies beside folders.
 * @param ownerOf whose a path is, if that can be told; flat files of one owner are one unit.
 */
export function groupFiles(
  files: readonly ArrivedFile[],
  ownerOf: (path: string) => string | undefined,
): ArrivedUnit[] {
  const own = files.filter(({ path }) => !isNoise(path))
  const root = commonFolder(own.map(({ path }) => path))
  const units = new Map<string, ArrivedUnit>()
  for (const file of own) {
    const path = file.path.slice(root.length)
    const [first = path, ...rest] = path.split('/')
    const owner = rest.length === 0 ? ownerOf(path) : undefined
    const key = rest.length > 0 ? `folder ${first}` : owner ? `owner ${owner}` : `file ${path}`
    const unit = units.get(key)
    if (unit) unit.files.push({ ...file, path })
    else units.set(key, { path: first, files: [{ ...file, path }] })
  }
  return [...units.values()].map((unit) => ({ ...unit, files: withoutRoot(unit) }))
}

/** The folder that all paths lie in, with its slash; a single folder that holds folders is no student's. */
function commonFolder(paths: readonly string[]): string {
  let root = ''
  for (;;) {
    const rests = paths.map((path) => path.slice(root.length))
    const [first] = (rests[0] ?? '').split('/')
    const isShared = rests.length > 0 && rests.every((rest) => rest.startsWith(`${first}/`))
    const inner = rests.map((rest) => rest.slice((first?.length ?? 0) + 1))
    // What lies in it must be several things, or it is itself somebody's folder.
    const below = new Set(inner.map((rest) => rest.split('/')[0]))
    const isPart = inner.some((rest) => /^(?:submissions?|starter|src|docs?)\//i.test(rest))
    if (!isShared || below.size < 2 || isPart) return root
    root += `${first}/`
  }
}

function withoutRoot(unit: ArrivedUnit): ArrivedFile[] {
  const folder = `${unit.path}/`
  return unit.files.map((file) => ({
    ...file,
    path: file.path.startsWith(folder) ? file.path.slice(folder.length) : file.path,
  }))
}
