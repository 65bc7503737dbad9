/** The folder of a path with forward slashes; '' for a bare file name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The last part of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Resolves `.` and `..` and doubled slashes. `..` above the start stays. */
export function normalisePath(path: string): string {
  const rooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || !rooted) parts.push(part)
  }
  return (rooted ? '/' : '') + parts.join('/')
}

/** `path` as seen from `folder`, normalised. An absolute path stays what it is. */
export function resolvePath(folder: string, path: string): string {
  return isAbsolute(path) ? normalisePath(path) : normalisePath(`${folder}/${path}`.replace(/^\/+/, ''))
}

/** From the root of a machine, from a home directory, or from a variable that nobody set. */
export function isAbsolute(path: string): boolean {
  return /^(\/|~|\$|[A-Za-z]:[\\/]|\\\\)/.test(path)
}

/** How a path inside the project is shown: from the project's folder, beginning with `./`. */
export function projectPath(root: string, folder: string, path: string): string {
  if (isAbsolute(path)) return /^\//.test(path) ? normalisePath(path) : path.replace(/(?<=.)[\\/]+$/, '')
  const full = resolvePath(folder, path)
  const prefix = normalisePath(root)
  const inside =
    prefix === ''
      ? full
      : full === prefix
        ? ''
        : full.startsWith(`${prefix}/`)
          ? full.slice(prefix.length + 1)
          : undefined
  if (inside === undefined) return climb(prefix, full)
  return inside.startsWith('..') ? inside : inside === '' ? '.' : `./${inside}`
}

function climb(from: string, to: string): string {
  const [a, b] = [from.split('/'), to.split('/').filter(Boolean)]
  let same = 0
  while (same < a.length && a[same] === b[same] && a[same] !== '..') same++
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '..'
}
