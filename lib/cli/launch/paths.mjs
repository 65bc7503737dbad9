import path from 'node:path'

/** The checkout: the folder of package.json. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

/** @param {string[]} parts @returns {string} an absolute path inside the checkout */
export const inRoot = (...parts) => path.join(ROOT, ...parts)
