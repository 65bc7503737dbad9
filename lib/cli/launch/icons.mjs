import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { iconShapes, SHAPES_FILE } from './icon-shapes.mjs'
import { inRoot } from './paths.mjs'
import { runScript } from './stop.mjs'

/** Writes the shapes of all icons that the app names to one file of their own. */
await runScript(() => {
  mkdirSync(path.dirname(inRoot(SHAPES_FILE)), { recursive: true })
  writeFileSync(inRoot(SHAPES_FILE), iconShapes())
})
