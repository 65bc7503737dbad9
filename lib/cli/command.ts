import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Where a command writes: `print` is what was asked for, `complain` what went wrong. */
export type Output = { print(text: string): void; complain(text: string): void }

export type Command = {
  name: string
  usage: string
  summary: string
  /** Resolves to the exit code. Throws `UsageError` for arguments it cannot take. */
  run(args: readonly string[], output: Output): Promise<number>
}

export class UsageError extends Error {}

/** Parses arguments; an unknown or incomplete option is a `UsageError`. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}.`)
  }
}

/** JSON as people and programs read it. */
export function printJson(output: Output, value: unknown): void {
  output.print(JSON.stringify(value, null, 2))
}
