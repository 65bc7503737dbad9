/**
 * @typedef {{version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[]}} Entry
 */

/**
 * The programs for other systems that a lockfile does not name. npm leaves out what the registry at hand does
 * not have, and then refuses to install from that lockfile, here and everywhere.
 * @param {Record<string, Entry>} packages of package-lock.json
 * @returns {Record<string, Entry>} entries to add, for no system but their own
 */
export function lockfileGaps(packages) {
  const gaps = {}
  for (const [folder, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isFound(packages, folder, name)) continue
      gaps[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...systemOf(name) }
    }
  }
  return gaps
}

/** Whether a package that lies in a folder finds another by name, as Node looks for it. */
function isFound(packages, folder, name) {
  const outer = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : ''
  if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
  return folder !== '' && isFound(packages, outer, name)
}

const OS = /-(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)/
const CPU = /-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|wasm32|x64)/

/** For which system a package is, by its name, such as @next/swc-linux-arm64-musl. */
function systemOf(name) {
  const [, os] = OS.exec(name) ?? []
  const [, cpu] = CPU.exec(name) ?? []
  const libc = os === 'linux' && (/musl/.test(name) ? 'musl' : 'glibc')
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) }
}
