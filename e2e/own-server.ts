import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A Bulkhead of one test's own, on a port and a data folder of its own, which the test may kill and start again. */
export class OwnServer {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'bulkhead-own-'))
  private process: ChildProcess | undefined
  private constructor(
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  /** @param settings variables of its environment besides port, address and data folder. */
  static async onFreePort(settings: Record<string, string> = {}): Promise<OwnServer> {
    return new OwnServer(await freePort(), settings)
  }

  /** Its environment, for other commands that work on its data. */
  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.settings,
      PORT: String(this.port),
      HOST: '127.0.0.1',
      DATA_DIR: this.dataDir,
      APP_ORIGIN: this.origin,
      DATABASE_URL: '',
    }
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /**
   * Starts it on the built pages and waits until it answers. Resolves to the lines it prints once. What it prints goes
   * to printed.log in its data folder.
   */
  async start(): Promise<string[]> {
    const lines = path.join(this.dataDir, 'start-lines.txt')
    const printed = openSync(path.join(this.dataDir, 'printed.log'), 'a')
    // A process group of its own, so that killing it leaves no child behind.
    this.process = spawn(process.execPath, ['lib/cli/launch/start.mjs', '--prepared', `--lines=${lines}`], {
      detached: true,
      stdio: ['ignore', printed, printed],
      env: this.env,
    })
    closeSync(printed)
    while (!(await isHealthy(this.origin))) {
      if (this.process.exitCode !== null)
        throw new Error(
          `The server did not start:\n${readFileSync(path.join(this.dataDir, 'printed.log'), 'utf8')}`,
        )
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return readFileSync(lines, 'utf8').split('\n')
  }

  /** Ends it at once, without a chance to tidy up, as a power cut would. */
  async kill(): Promise<void> {
    const { process: child } = this
    if (child?.pid === undefined) return
    this.process = undefined
    const ended = new Promise((resolve) => child.once('exit', resolve))
    process.kill(-child.pid, 'SIGKILL')
    await ended
  }
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/health`)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      )
    })
  })
}
