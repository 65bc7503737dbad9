import { type Command, printJson } from '@/lib/cli/command'
import { modelFileJsonSchema } from '@/lib/model/model-file'

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'schema',
  summary: "Prints the JSON Schema of Bulkhead's own model file.",
  async run(_args, output) {
    printJson(output, modelFileJsonSchema())
    return 0
  },
}
