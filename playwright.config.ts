import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

// Workers read this file too and inherit what it sets: one port, one data folder.
process.env.E2E_PORT ??= '3217'
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'bulkhead-e2e-'))
const origin = `http://127.0.0.1:${process.env.E2E_PORT}`

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Machines that build and test are shared and slow: waiting longer costs nothing where all is well.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  projects: [
    { name: 'owner', testMatch: 'owner.setup.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', dependencies: ['owner'] },
  ],
  use: {
    baseURL: origin,
    actionTimeout: 60_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node lib/cli/launch/start.mjs --prepared --lines=${process.env.E2E_DATA_DIR}/start-lines.txt`,
    url: origin,
    env: {
      PORT: process.env.E2E_PORT,
      HOST: '127.0.0.1',
      DATA_DIR: process.env.E2E_DATA_DIR,
      APP_ORIGIN: origin,
      DATABASE_URL: '',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
