import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { rankThreats } from '@/lib/analysis/rank-threats'
import { threatRows } from '@/lib/analysis/threat-rows'
import { expectedClusterThreats } from '@/lib/cli/expected-cluster-threats'
import { expectedThreats } from '@/lib/cli/expected-threats'
import { importPaths } from '@/lib/cli/import-paths'

// The files are real ones of others and not part of the project.
const inputs = path.resolve(import.meta.dirname, '../../../shared/inputs')

describe.skipIf(!existsSync(inputs))('needs ../shared/inputs: the ten threats ranked first', () => {
  const compose = Object.entries(expectedThreats).map(([file, worst]) => [`compose/${file}`, worst] as const)
  for (const [file, expected] of [...compose, ...Object.entries(expectedClusterThreats)]) {
    test(`contain the five worst of ${file}`, async () => {
      const { model, catalogue } = await importPaths([path.join(inputs, file)])
      const topTen = rankThreats(threatRows(analyse(model, catalogue), '2026-11-21')).slice(0, 10)
      const missing = expected.filter(
        ({ ids, where }) =>
          !topTen.some(
            (group) =>
              ids.includes(group.threatId) && group.rows.some((row) => row.elementId.includes(where)),
          ),
      )
      expect(missing.map(({ worst }) => worst)).toEqual([])
    })
  }
})
