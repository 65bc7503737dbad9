import { exampleModel } from '@/lib/analysis/example-model'
import { judgeThreat } from '@/lib/analysis/judge'
import { openContext } from '@/lib/analysis/open-context'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Example } from '@/lib/catalogue/entries'
import type { CompiledThreat } from '@/lib/catalogue/pack'

/** Runs the examples of every threat. Each that does not hold gives one sentence naming threat, example and what came out. */
export function checkExamples(catalogue: Catalogue): { ran: number; problems: string[] } {
  const problems: string[] = []
  let ran = 0
  for (const threat of catalogue.pack.threats) {
    for (const [index, example] of threat.examples.entries()) {
      ran += 1
      const problem = checkExample(catalogue, threat, example)
      if (problem) problems.push(`${threat.id}, example ${index + 1} (${example.expect}): ${problem}`)
    }
  }
  return { ran, problems }
}

function checkExample(catalogue: Catalogue, threat: CompiledThreat, example: Example): string | undefined {
  const target = threat.targets.find(({ type }) => type === example.on)
  if (!target) return `The threat has no target "${example.on}".`
  const context = openContext(exampleModel(example, catalogue), catalogue)
  const verdict = judgeThreat(context, context.subject('on'), { threat, target })
  const state = verdict?.state ?? 'silent'
  if (state !== example.expect) return `it is ${state}.`
  if (verdict && example.severity !== undefined && verdict.severity !== example.severity) {
    return `its severity is ${verdict.severity}, not ${example.severity}.`
  }
  if (verdict?.state !== 'possible' && verdict?.because.length === 0) return 'it gives no evidence.'
  return undefined
}
