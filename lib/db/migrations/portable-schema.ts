/** Something that only one of SQLite and PostgreSQL has, or that they treat differently. */
interface Unportable {
  pattern: RegExp
  says: string
}

const IN_SCHEMA: Unportable[] = [
  {
    pattern: /^\s*\w+\s+(String|Int|BigInt|Float|Boolean|DateTime|Json|Bytes|Decimal)\[\]/,
    says: 'SQLite has no lists of scalars: use a table',
  },
  { pattern: /@db\./, says: 'native column types belong to one database' },
  { pattern: /^\s*\w+\s+Json\??\s.*@default/, says: 'SQLite refuses a default for Json: set it in code' },
  { pattern: /autoincrement\(/, says: 'numbers of the database differ between the two: give ids in code' },
  { pattern: /^\s*\w+\s+Decimal\b/, says: 'SQLite rounds Decimal: use Int' },
  { pattern: /Unsupported\(|dbgenerated\(/, says: 'SQL of one database' },
  { pattern: /@@fulltext|@@schema|@@index\(.*\b(type|ops):/, says: 'only one of the two has it' },
]

const IN_CODE: Unportable[] = [
  {
    pattern: /\bmode:\s*['"]insensitive['"]/,
    says: 'SQLite has no case-insensitive mode: store a lower-case column',
  },
  { pattern: /\bpath:\s*(\[|['"]\$)/, says: 'JSON path filters differ: read the row and filter in code' },
  { pattern: /\bskipDuplicates\b/, says: 'SQLite has no skipDuplicates: use upsert' },
  { pattern: /\b(has|hasEvery|hasSome|isEmpty):/, says: 'SQLite has no list filters' },
  { pattern: /\$(queryRaw|executeRaw)Unsafe\b/, says: 'SQL is never put together from strings' },
  { pattern: /\b(isolationLevel|FOR UPDATE)\b/, says: 'the two have different isolation' },
]

/** One sentence for every line of a Prisma schema that the two databases do not share. */
export function unportableInSchema(schema: string): string[] {
  const enums = [...schema.matchAll(/^\s*enum\s+(\w+)/gm)].map(([, name]) => name)
  const enumLists = enums.map((name) => ({
    pattern: new RegExp(`^\\s*\\w+\\s+${name}\\[\\]`),
    says: 'SQLite has no lists of enums: use a table',
  }))
  return findings(schema, [...IN_SCHEMA, ...enumLists])
}

/** One sentence for every line of code that asks for what the two databases do not share. */
export function unportableInCode(source: string): string[] {
  return findings(source, IN_CODE)
}

function findings(text: string, rules: Unportable[]): string[] {
  return text.split('\n').flatMap((line, index) => {
    const code = line.replace(/(^|\s)\/\/.*/, '')
    return rules
      .filter(({ pattern }) => pattern.test(code))
      .map(({ says }) => `line ${index + 1}: ${says} (${code.trim()})`)
  })
}
