import { createServer } from 'node:net'
import { Stop } from './stop.mjs'

/**
 * Sees that a server can listen there.
 * @param {number} port @param {string} host
 * @throws {Stop} when the port is taken or the address is not of this machine.
 */
export async function assertPortFree(port, host) {
  await listenOnce(port, host).catch((error) => {
    throw new Stop(portProblem(error.code, port, host))
  })
}

/** @param {string | undefined} code of the error @param {number} port @param {string} host */
export function portProblem(code, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what runs there, or choose another with PORT=${port === 3000 ? 3001 : 3000} npm start.`
  if (code === 'EACCES')
    return `Port ${port} is not for ordinary users: choose one above 1023 with PORT=3000 npm start.`
  return `The server cannot listen on ${host}: set HOST to an address of this machine, such as 127.0.0.1.`
}

/** A port that is free now. @param {string} host @returns {Promise<number>} */
export function freePort(host = '127.0.0.1') {
  return listenOnce(0, host)
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
