/**
 * @typedef {Record<string, {version?: string, optional?: boolean, link?: boolean, inBundle?: boolean}>} Packages
 * The `packages` of a lockfile: by folder, '' being the project itself.
 */

/**
 * The packages of package-lock.json that node_modules does not hold in that version. Optional ones may be
 * missing: they are for other systems.
 * @param {Packages} wanted of package-lock.json
 * @param {Packages} installed of node_modules/.package-lock.json, which npm writes when it has installed
 * @returns {string[]} folders such as node_modules/next
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([folder, { version, optional }]) => {
      if (folder === '') return false
      const found = installed[folder]
      return found ? found.version !== version : !optional
    })
    .map(([folder]) => folder)
}
