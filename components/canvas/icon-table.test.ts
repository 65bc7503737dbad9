import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { brandPaths, lucideIcons } from '@/components/canvas/icon-table'

test('every icon that the catalogue names can be drawn', () => {
  const file = load(readFileSync('prisma/catalogue/component-types.yaml', 'utf8')) as {
    componentTypes: { id: string; icon: string }[]
  }
  expect(file.componentTypes.length).toBeGreaterThan(10)
  const missing = file.componentTypes.filter(({ icon }) =>
    icon.startsWith('simple:') ? !brandPaths[icon.slice(7)] : !lucideIcons[icon],
  )
  expect(missing).toEqual([])
})
