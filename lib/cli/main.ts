import { run } from '@/lib/cli/run'

/** The command line as the launcher starts it: writes to standard output and standard error, resolves to the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return run(argv, {
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
  })
}
