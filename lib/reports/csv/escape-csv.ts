// What spreadsheets take for a formula, also in full width and after blanks.
const formula = /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/**
 * A cell: always in quotes, quotes doubled, line ends and controls as blanks. What a spreadsheet would run as a formula
 * gets an apostrophe in front, which it shows as text.
 */
export function escapeCsv(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`
  const flat = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD')
  const safe = formula.test(value) || formula.test(flat) ? `'${flat}` : flat
  return `"${safe.replaceAll('"', '""')}"`
}

/** A line with the end that RFC 4180 asks for. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(escapeCsv).join(',')}\r\n`
}
