// Loaded into the server's process before Next: holds the lock of the data folder, tells the launcher when the
// server listens, and ends the server when the launcher was killed.
import { Server } from 'node:http'
import path from 'node:path'
import Database from 'better-sqlite3'

const lock = new Database(path.join(process.env.DATA_DIR ?? 'data', 'server.lock'), { timeout: 2000 })
try {
  lock.exec('BEGIN EXCLUSIVE')
} catch {
  console.error(
    `Another server is running on ${process.env.DATA_DIR}: stop it, or name another folder with DATA_DIR.`,
  )
  process.exit(1)
}

const listen = Server.prototype.listen
Server.prototype.listen = function (...args) {
  this.once('listening', () => process.send?.('ready'))
  return listen.apply(this, args)
}

// Next answers 500 to an address that is wrongly percent-encoded, before any code of ours runs.
const emit = Server.prototype.emit
Server.prototype.emit = function (event, ...rest) {
  const [request, response] = rest
  if (event !== 'request' || isDecodable(request.url)) return emit.call(this, event, ...rest)
  response.writeHead(400, { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' })
  response.end(
    JSON.stringify({
      ok: false,
      code: 'invalid',
      sentence: 'This address is not percent-encoded as it should be.',
    }),
  )
  return true
}

function isDecodable(url) {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Mentioned here, the lock lives as long as the process: it would be let go when its object is collected.
process.on('exit', () => lock.close())
