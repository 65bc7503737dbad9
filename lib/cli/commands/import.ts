import { type Command, printJson, readArguments, UsageError } from '@/lib/cli/command'
import { importPaths } from '@/lib/cli/import-paths'

export const importCommand: Command = {
  name: 'import',
  usage: 'import PATH... [--json]',
  summary: 'Reads files and folders and prints the components, data flows and what was skipped.',
  async run(args, output) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    if (positionals.length === 0) throw new UsageError('Name at least one file or folder.')
    const { model, plan } = await importPaths(positionals)
    const components = Object.values(model.components)
    const flows = Object.values(model.flows)
    if (values.json) {
      printJson(output, {
        components: components.map(({ id, type, name, parentId, zoneIds, facts, source }) => ({
          id,
          type,
          name,
          parentId: parentId ?? null,
          zoneIds,
          facts,
          source: source ?? null,
        })),
        flows: flows.map(({ id, type, from, to, source }) => ({
          id,
          type,
          from,
          to,
          source: source ?? null,
        })),
        skipped: plan.skipped,
        warnings: plan.warnings,
        unreadable: plan.unreadable,
        files: plan.outcomes,
      })
    } else {
      for (const { id, type, source } of components) output.print(`${type.padEnd(18)} ${id}${place(source)}`)
      for (const { type, from, to, source } of flows)
        output.print(`${type.padEnd(18)} ${from} -> ${to}${place(source)}`)
      for (const { what, why, ...source } of plan.skipped)
        output.print(`skipped            ${what}: ${why}${place(source)}`)
      for (const { sentence, ...source } of plan.warnings)
        output.print(`warning            ${sentence}${place(source)}`)
    }
    for (const { file, line, sentence } of plan.unreadable)
      output.complain(`${file}${line ? `:${line}` : ''}: ${sentence}`)
    return plan.unreadable.length > 0 ? 2 : 0
  },
}

function place(source: { file: string; line: number } | undefined): string {
  return source ? `  (${source.file}:${source.line})` : ''
}
