import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { hasShape } from '@/components/canvas/type-icon'

test('every icon that the catalogue names can be drawn', () => {
  const types = ['component-types.yaml', 'component-types-kubernetes.yaml'].flatMap((name) => {
    const file = load(readFileSync(`prisma/catalogue/${name}`, 'utf8')) as {
      componentTypes: { id: string; icon: string }[]
    }
    return file.componentTypes
  })
  expect(types.length).toBeGreaterThan(70)
  expect(types.filter(({ icon }) => !hasShape(icon))).toEqual([])
})
