import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    include: ['{app,components,lib,prisma}/**/*.test.{ts,tsx,mjs}'],
    setupFiles: ['lib/cli/launch/vitest-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
