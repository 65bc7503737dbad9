import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'

/** A Chromium on a profile of its own that is ended as a crash or an empty battery would, and started again. */
export class KillableBrowser {
  private readonly profile = mkdtempSync(path.join(tmpdir(), 'bulkhead-profile-'))
  private process: ChildProcess | undefined

  /** Starts it and gives the context that its profile keeps. */
  async start(): Promise<BrowserContext> {
    const child = spawn(
      process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.profile}`,
      ],
      // A process group of its own, so that none of its helpers is left behind.
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    this.process = child
    const address = await new Promise<string>((resolve, reject) => {
      let printed = ''
      child.stderr?.on('data', (part) => {
        printed += part
        const found = printed.match(/DevTools listening on (ws:\S+)/)?.[1]
        if (found) resolve(found)
      })
      child.once('exit', () => reject(new Error(`Chromium ended by itself: ${printed.slice(0, 500)}`)))
    })
    const browser = await chromium.connectOverCDP(address)
    const [context] = browser.contexts()
    if (!context) throw new Error('Chromium has no context.')
    return context
  }

  /** Ends it at once, with all of its processes. */
  async kill(): Promise<void> {
    const { process: child } = this
    if (child?.pid === undefined) return
    this.process = undefined
    const ended = new Promise((resolve) => child.once('exit', resolve))
    process.kill(-child.pid, 'SIGKILL')
    await ended
  }

  async end(): Promise<void> {
    await this.kill()
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
