import { expect, test } from 'vitest'
import { findComponents } from '@/components/canvas/find-elements'
import { groupFacts } from '@/components/canvas/group-facts'
import { listEntries } from '@/components/canvas/list-items'
import { resolveFacts } from '@/lib/analysis/resolve-facts'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const model = buildModel(
  [
    buildComponent('zone', 'zone'),
    buildComponent('web-2', 'box', { parentId: 'zone' }),
    buildComponent('api-web', 'box', { parentId: 'zone' }, { privileged: true }),
    buildComponent('user', 'outsider'),
  ],
  [buildFlow('f1', 'call', 'user', 'web-2')],
)
const keys = (closed: string[]) => listEntries(model, new Set(closed), (id) => id).map((entry) => entry.key)

test('lists components as a tree and then the flows', () => {
  expect(keys([])).toEqual(['heading|components', 'user', 'zone', 'api-web', 'web-2', 'heading|flows', 'f1'])
})

test('a closed boundary hides what is inside', () => {
  expect(keys(['zone'])).toEqual(['heading|components', 'user', 'zone', 'heading|flows', 'f1'])
})

test('finds names that begin with the words before those that hold them', () => {
  expect(findComponents(model, (type) => type, 'web', 9).map(({ id }) => id)).toEqual(['web-2', 'api-web'])
  expect(findComponents(model, (type) => type, 'box api', 9).map(({ id }) => id)).toEqual(['api-web'])
  expect(findComponents(model, (type) => type, ' ', 9)).toEqual([])
})

test('shows what somebody or some file said before unknowns and defaults', () => {
  const catalogue = testCatalogue()
  const [group] = groupFacts(resolveFacts(model, catalogue, 'api-web'), catalogue)
  expect(group?.facts[0]?.attribute).toBe('privileged')
  expect(group?.isTelling).toBe(true)
  expect(group?.unknown).toBe(group?.facts.filter((fact) => fact.value === null).length)
})
