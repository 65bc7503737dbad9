// One of them for all: making a format costs more than using it a thousand times. English, as every text here is, so
// that the server and each browser write the same.
const english = new Intl.NumberFormat('en')

/** A count as people read it: "12", "1,240". Not for ids, years, ports and numbers of runs. */
export function formatCount(count: number): string {
  return english.format(count)
}

/** "1 component", "14 components", "1,240 components". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
