import { Stop } from './stop.mjs'

const LEAST = [20, 19]

/**
 * @param {string} version such as 20.19.1
 * @throws {Stop} when this Node is too old for what package.json asks for.
 */
export function assertNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return
  throw new Stop(
    `Bulkhead needs Node ${LEAST.join('.')} or newer and this is ${version}: install a newer one from https://nodejs.org.`,
  )
}
