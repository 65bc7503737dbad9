import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { threatRows } from '@/lib/analysis/threat-rows'
import { importPaths } from '@/lib/cli/import-paths'

describe('the sample of Bulkhead itself', () => {
  test.each(['compose.yaml', 'Dockerfile'])('is the %s that it is run by', (file) => {
    expect(readFileSync(`public/samples/bulkhead/${file}`, 'utf8')).toBe(readFileSync(file, 'utf8'))
  })
})

describe('the container of Bulkhead itself, read by Bulkhead', () => {
  test('has no open threat that is raised and high or critical', async () => {
    const { model, catalogue, plan } = await importPaths(['compose.yaml', 'Dockerfile'])
    expect(plan.unreadable).toEqual([])
    const rows = threatRows(analyse(model, catalogue), '2026-11-29')
    const grave = rows.filter(
      ({ isOpen, state, severity }) =>
        isOpen && state === 'raised' && ['high', 'critical'].includes(severity),
    )
    expect(grave.map(({ title, elementId }) => `${title} on ${elementId}`)).toEqual([])
    // Else nothing was read.
    expect(rows.filter(({ state }) => state === 'countered').length).toBeGreaterThan(5)
  })
})
