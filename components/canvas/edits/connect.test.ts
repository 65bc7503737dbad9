import { expect, test } from 'vitest'
import { flowTypesBetween } from '@/components/canvas/edits/connect'
import { bestMatch, paletteGroups } from '@/components/canvas/palette/palette-groups'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'

const catalogue = openRepositoryCatalogue()

test('the relations of the catalogue say which type of flow joins two components', () => {
  const likeliest = (from: string, to: string) => flowTypesBetween(catalogue, from, to)[0]
  expect(likeliest('registry', 'image')).toBe('flow-image-pull')
  expect(likeliest('image', 'container')).toBe('flow-image-run')
  expect(likeliest('docker-volume', 'container')).toBe('flow-volume')
  expect(likeliest('end-user', 'container')).toBe('flow-http')
  expect(likeliest('container', 'database')).toBe('flow-db')
})

test('every type of flow can be chosen between any two', () => {
  const types = flowTypesBetween(catalogue, 'container', 'container')
  expect(new Set(types)).toEqual(new Set(catalogue.flowTypes.keys()))
})

test('the palette finds a type by its name before one whose help speaks of it', () => {
  expect(bestMatch(catalogue, 'container')?.id).toBe('container')
  expect(bestMatch(catalogue, 'bridge')?.id).toBe('bridge-network')
  expect(bestMatch(catalogue, '')).toBeUndefined()
  expect(paletteGroups(catalogue, 'no such thing')).toEqual([])
  expect(paletteGroups(catalogue, '').map(({ label }) => label)).toContain('Docker')
})
