import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { brandPaths, lucideIcons } from '@/components/canvas/icon-table'

test('every icon that the catalogue names can be drawn', () => {
  const types = ['component-types.yaml', 'component-types-kubernetes.yaml'].flatMap((name) => {
    const file = load(readFileSync(`prisma/catalogue/${name}`, 'utf8')) as {
      componentTypes: { id: string; icon: string }[]
    }
    return file.componentTypes
  })
  expect(types.length).toBeGreaterThan(70)
  const missing = types.filter(({ icon }) =>
    icon.startsWith('simple:') ? !brandPaths[icon.slice(7)] : !lucideIcons[icon],
  )
  expect(missing).toEqual([])
})
