import { type Command, printJson, readArguments } from '@/lib/cli/command'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'

export const catalogueCommand: Command = {
  name: 'catalogue',
  usage: 'catalogue [--json]',
  summary: 'Prints the catalogue: types, attributes, threats, mitigations and controls.',
  async run(args, output) {
    const { values } = readArguments(args, { json: { type: 'boolean' } })
    const { pack } = openRepositoryCatalogue()
    if (values.json) {
      printJson(output, pack)
      return 0
    }
    for (const { id, stride, title } of pack.threats)
      output.print(`${id.padEnd(8)} ${stride.join('').padEnd(3)} ${title}`)
    return 0
  },
}
