import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconShapes, SHAPES_FILE } from './icon-shapes.mjs'
import { inRoot } from './paths.mjs'

test('the file of shapes holds every icon that the app names, as it is made now', () => {
  const shapes = iconShapes()
  expect(shapes.match(/<symbol/g).length).toBeGreaterThan(150)
  expect(readFileSync(inRoot(SHAPES_FILE), 'utf8'), 'Run npm run icons.').toBe(shapes)
})
