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

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Mentioned here, the lock lives as long as the process: it would be let go when its object is collected.
process.on('exit', () => lock.close())
