/** Milliseconds that `work` takes: the median of `runs` after one warm-up, and the slowest. */
export function time(work: () => unknown, runs = 9): { median: number; worst: number } {
  work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)] as number, worst: times[runs - 1] as number }
}

/** Prints a Markdown table, ready to be pasted into README.md. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')} |`
  console.log([line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n'))
}
