import { describe, expect, it } from 'vitest'
import {
  commitLabel,
  committedSentence,
  groupByType,
  kindsOf,
  modelNameOf,
} from '@/components/imports/plan-words'
import type { ImportPlan, PlanItem } from '@/lib/importers/import-plan'

const items = (count: number, kind: PlanItem['kind'] = 'component', type = 'container'): PlanItem[] =>
  Array.from({ length: count }, (_, at) => ({
    elementId: `${type}-${at}`,
    kind,
    type,
    name: `${type} ${at}`,
  }))

function planWith(parts: Partial<ImportPlan>): ImportPlan {
  const change = {
    id: 'c1',
    label: 'Import',
    atomic: true,
    edits: [{ type: 'remove-component' as const, id: 'x' }],
  }
  const empty = { added: [], changed: [], unchanged: [], gone: [], skipped: [], warnings: [], unreadable: [] }
  return { change, baseSeq: 0, ...empty, ...parts }
}

const changed = (count: number, kind: PlanItem['kind'] = 'component') =>
  items(count, kind).map((item) => ({ ...item, differences: [] }))

describe('commitLabel', () => {
  it('counts the components that will be there', () => {
    expect(commitLabel(planWith({ added: [...items(14), ...items(9, 'flow')] }))).toBe('Import 14 components')
    expect(commitLabel(planWith({ added: items(1) }))).toBe('Import 1 component')
  })

  it('counts flows when there are no new components', () => {
    expect(commitLabel(planWith({ added: items(2, 'flow') }))).toBe('Import 2 data flows')
  })

  it('says what is updated and what is gone', () => {
    expect(commitLabel(planWith({ changed: changed(1) }))).toBe('Update 1 component')
    expect(commitLabel(planWith({ changed: [...changed(1), ...changed(1, 'flow')] }))).toBe(
      'Update 2 elements',
    )
    expect(commitLabel(planWith({ added: items(2), changed: changed(3), gone: items(1) }))).toBe(
      'Import 2 components, update 3 and mark 1 as gone',
    )
    expect(commitLabel(planWith({ gone: items(2) }))).toBe('Mark 2 as gone')
  })

  it('says that what is gone is removed, when that was chosen', () => {
    const plan = planWith({ added: items(2), gone: items(3) })
    expect(commitLabel(plan, true)).toBe('Import 2 components and remove 3')
    expect(committedSentence(plan, true)).toBe('Imported 2 components and removed 3.')
  })

  it('has no words where there is nothing to do', () => {
    const { change: _none, ...rest } = planWith({ unchanged: items(5) })
    expect(commitLabel(rest)).toBeUndefined()
  })
})

describe('committedSentence', () => {
  it('says what was done', () => {
    expect(committedSentence(planWith({ added: items(14), changed: changed(2) }))).toBe(
      'Imported 14 components and updated 2.',
    )
    expect(committedSentence(planWith({}))).toBe('Imported.')
  })
})

describe('modelNameOf', () => {
  it('takes the folder that all files share', () => {
    expect(modelNameOf(['shop/compose.yaml', 'shop/web/Dockerfile'])).toBe('shop')
  })

  it('takes the name of a single file without its ending', () => {
    expect(modelNameOf(['voting-app.yml'])).toBe('voting-app')
    expect(modelNameOf(['shop.bulkhead.json'])).toBe('shop')
    expect(modelNameOf(['Dockerfile'])).toBe('Dockerfile')
    expect(modelNameOf(['shop.zip'])).toBe('shop')
  })

  it('says that there were more files than the first', () => {
    expect(modelNameOf(['web.yaml', 'db.yaml', 'Dockerfile'])).toBe('web and 2 more')
    expect(modelNameOf(['shop/web.yaml', 'db.yaml'])).toBe('web and 1 more')
  })

  it('has a name for nothing', () => {
    expect(modelNameOf([])).toBe('New model')
    expect(modelNameOf(['.yaml'])).toBe('.yaml')
  })
})

describe('groupByType', () => {
  it('puts components before flows and large groups first', () => {
    const groups = groupByType([
      ...items(3, 'flow', 'flow-http'),
      ...items(1, 'component', 'image'),
      ...items(2),
    ])
    expect(groups.map((group) => [group.type, group.items.length])).toEqual([
      ['container', 2],
      ['image', 1],
      ['flow-http', 3],
    ])
  })
})

describe('kindsOf', () => {
  it('says what a count is made of', () => {
    expect(kindsOf([...items(13), ...items(1, 'flow')])).toBe('13 components, 1 data flow')
    expect(kindsOf(items(2, 'flow'))).toBe('2 data flows')
    expect(kindsOf([])).toBeUndefined()
  })
})
