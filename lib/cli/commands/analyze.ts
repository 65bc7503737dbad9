import { analyse } from '@/lib/analysis/analyse'
import { summarise } from '@/lib/analysis/summary'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import { type Command, printJson, readArguments, UsageError } from '@/lib/cli/command'
import { importPaths } from '@/lib/cli/import-paths'
import { Severity } from '@/lib/model/judgement'
import { buildReport } from '@/lib/reports/build-report'
import { renderMarkdown } from '@/lib/reports/markdown/render-markdown'

export const analyzeCommand: Command = {
  name: 'analyze',
  usage: 'analyze PATH... [--format json|markdown] [--fail-on critical|high|medium|low|info]',
  summary: 'Reads files and folders and prints the threats with their evidence.',
  async run(args, output) {
    const { values, positionals } = readArguments(args, {
      format: { type: 'string', default: 'json' },
      'fail-on': { type: 'string' },
    })
    if (positionals.length === 0) throw new UsageError('Name at least one file or folder.')
    if (values.format !== 'json' && values.format !== 'markdown')
      throw new UsageError('--format is json or markdown.')
    const failOn = Severity.optional().safeParse(values['fail-on'])
    if (!failOn.success) throw new UsageError(`--fail-on is one of ${Severity.options.join(', ')}.`)

    const { model, catalogue, plan } = await importPaths(positionals)
    const analysis = analyse(model, catalogue)
    const now = new Date().toISOString()
    const rows = threatRows(analysis, now)
    if (values.format === 'markdown') output.print(renderMarkdown(buildReport({ analysis, now })))
    else {
      printJson(output, {
        verdicts: rows.map((row) => verdictLine(row, model.components[row.elementId]?.name ?? row.elementId)),
        summary: summarise(rows),
      })
    }
    for (const { file, line, sentence } of plan.unreadable)
      output.complain(`${file}${line ? `:${line}` : ''}: ${sentence}`)
    if (plan.unreadable.length > 0) return 2
    return failOn.data && rows.some((row) => reaches(row, failOn.data as Severity)) ? 1 : 0
  },
}

function verdictLine(row: ThreatRow, elementName: string) {
  const { threatId, elementId, state, severity, stride, because, asks, causeId } = row
  return {
    threatId,
    elementId,
    elementName,
    state,
    severity,
    stride,
    because,
    asks,
    causeId: causeId ?? null,
  }
}

function reaches(row: ThreatRow, failOn: Severity): boolean {
  return row.isOpen && row.state === 'raised' && severityRank(row.severity) >= severityRank(failOn)
}
