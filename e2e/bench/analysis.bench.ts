import { generateModel } from '@/e2e/bench/generate-model'
import { printTable, time } from '@/e2e/bench/table'
import { analyse } from '@/lib/analysis/analyse'
import { indexGraph } from '@/lib/analysis/graph'
import { judgeElement } from '@/lib/analysis/judge'
import { openContext } from '@/lib/analysis/open-context'
import type { Verdict } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { indexRows } from '@/lib/client/row-index'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'

const catalogue = openRepositoryCatalogue()

/** Runs of what takes a few milliseconds, so that compiling it is not what is measured. */
const MANY = 99

/** Every element on its own, everything about it worked out again: what a plain loop over rules costs. */
function naive(model: ThreatModel, of: Catalogue): readonly Verdict[] {
  const verdicts: Verdict[] = []
  const graph = indexGraph(model)
  for (const id of [...Object.keys(model.components), ...Object.keys(model.flows)]) {
    for (const verdict of judgeElement(openContext(model, of, { graph }), id)) verdicts.push(verdict)
  }
  return verdicts
}

function edited(model: ThreatModel, edit: Edit): ThreatModel {
  return applyChange(model, { id: 'edit', label: 'Edit', atomic: true, edits: [edit] }).model
}

const rows = [1_000, 2_000, 5_000, 10_000].map((size) => {
  const model = generateModel(size, catalogue.hash)
  const whole = time(() => analyse(model, catalogue))
  const before = analyse(model, catalogue)
  const source = { file: 'a.yaml', line: 1 }
  const fact = edited(model, {
    type: 'set-fact',
    elementId: 'h0-c1',
    attribute: 'privileged',
    slot: 'import',
    value: { origin: 'import', value: true, source },
    was: model.components['h0-c1']?.facts.privileged?.[0] ?? null,
  })
  const moved = edited(model, {
    type: 'set-component',
    id: 'h0-c1',
    field: 'zoneIds',
    value: ['h0-front'],
    was: ['h0-back'],
  })
  const index = indexRows(before, '2026-01-01')
  return [
    size.toLocaleString('en'),
    Object.keys(model.flows).length.toLocaleString('en'),
    before.verdicts.length.toLocaleString('en'),
    whole.median,
    time(() => naive(model, catalogue), 3).median,
    time(() => analyse(fact, catalogue, before), MANY).median,
    time(() => analyse(moved, catalogue, before), MANY).median,
    time(() => indexRows(analyse(fact, catalogue, before), '2026-01-01', index), MANY).median,
  ]
})

console.log(
  `Catalogue: ${catalogue.pack.threats.length} threats, ${catalogue.pack.relations.length} relations. Milliseconds, median.\n`,
)
printTable(
  ['components', 'flows', 'verdicts', 'whole', 'naive loop', 'after a fact', 'after a move', 'with its list'],
  rows,
)
