import { describe, expect, it } from 'vitest'
import { readFiles } from '@/lib/importers/read-files'
import { factsOf } from '@/lib/testing/test-importer'

/** A Dockerfile of one kind, and what it says of its recipe and image. `undefined` means that nothing is said. */
export type DockerfileKind = readonly [
  name: string,
  text: string,
  recipe: Record<string, unknown>,
  image?: Record<string, unknown>,
]

/** A test for each kind, and that none is there twice. */
export function describeDockerfiles(title: string, kinds: readonly DockerfileKind[], atLeast: number): void {
  describe(title, () => {
    it('is shown in many kinds', () => {
      expect(kinds.length).toBeGreaterThanOrEqual(atLeast)
      expect(new Set(kinds.map(([name]) => name)).size).toBe(kinds.length)
    })

    it.each(kinds.map(([name, text, recipe, image = {}]) => [name, { text, recipe, image }] as const))(
      '%s',
      (_name, { text, recipe, image }) => {
        const result = readFiles([{ path: 'Dockerfile', text }])
        expect(result.unreadable).toEqual([])
        expect({ ...unset(recipe), ...factsOf(result, 'dockerfile/Dockerfile/recipe') }).toMatchObject(recipe)
        expect({ ...unset(image), ...factsOf(result, 'dockerfile/Dockerfile/image') }).toMatchObject(image)
      },
    )
  })
}

const unset = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(facts).map((id) => [id, undefined]))
