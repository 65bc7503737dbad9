import { type Command, type Output, UsageError } from '@/lib/cli/command'
import { analyzeCommand } from '@/lib/cli/commands/analyze'
import { catalogueCommand } from '@/lib/cli/commands/catalogue'
import { importCommand } from '@/lib/cli/commands/import'
import { scanCommand } from '@/lib/cli/commands/scan'
import { schemaCommand } from '@/lib/cli/commands/schema'
import { submissionCommand } from '@/lib/cli/commands/submission'

const commands: readonly Command[] = [
  importCommand,
  analyzeCommand,
  catalogueCommand,
  scanCommand,
  schemaCommand,
  submissionCommand,
]

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  bulkhead ${usage}\n      ${summary}`)
  return `Threat modelling for Docker and Kubernetes from the command line. No server is needed.\n\n${lines.join('\n')}

Exit codes: 0 done, 1 a threat at or above --fail-on is open, 2 something could not be read.`
}

/** Runs one command. Resolves to the exit code; what went wrong is written as one sentence to the error output. */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output.print(help())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) {
    output.complain(`There is no command "${name}". Run "bulkhead --help" for the list.`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    output.print(`bulkhead ${command.usage}\n\n${command.summary}`)
    return 0
  }
  try {
    return await command.run(rest, output)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    output.complain(`${error.message} Usage: bulkhead ${command.usage}`)
    return 2
  }
}
