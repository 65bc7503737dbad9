import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { unportableInCode, unportableInSchema } from '@/lib/db/migrations/portable-schema'

/** The sources that talk to the database; the ones of this folder name what they forbid. */
function sourcesOf(folder: string): string[] {
  const skipped = /generated|lib\/db\/(adapter|migrations|backup)|\.test\.ts$/
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => file.endsWith('.ts') && !skipped.test(file))
}

describe('unportableInSchema', () => {
  it.each([
    'tags String[]',
    'kinds Kind[]',
    'name String @db.VarChar(20)',
    'facts Json @default("{}")',
    'id Int @id @default(autoincrement())',
    'price Decimal',
    'place Unsupported("point")?',
    'id String @default(dbgenerated("gen()"))',
    '@@index([name], type: Hash)',
  ])('finds %s', (line) => {
    expect(unportableInSchema(`enum Kind {\n  A\n}\nmodel A {\n  ${line}\n}`)).toHaveLength(1)
  })

  it('leaves relations, enums, Json and comments alone', () => {
    const schema =
      'enum Kind {\n  A\n}\nmodel A {\n  id String @id // never autoincrement()\n  kind Kind\n  facts Json\n  rows B[]\n}'
    expect(unportableInSchema(schema)).toEqual([])
  })

  it('finds nothing in the schema of this project', () => {
    expect(unportableInSchema(readFileSync('prisma/schema.prisma', 'utf8'))).toEqual([])
  })
})

describe('unportableInCode', () => {
  it.each([
    "where: { name: { contains: 'a', mode: 'insensitive' } }",
    "where: { facts: { path: ['a'], equals: 1 } }",
    "where: { facts: { path: '$.a', equals: 1 } }",
    'createMany({ data, skipDuplicates: true })',
    "where: { tags: { has: 'a' } }",
    'db.$queryRawUnsafe(text)',
    "db.$transaction(work, { isolationLevel: 'Serializable' })",
  ])('finds %s', (line) => {
    expect(unportableInCode(line)).toHaveLength(1)
  })

  it('finds nothing in the sources that talk to the database', () => {
    const found = ['lib/db', 'lib/services', 'lib/auth']
      .flatMap(sourcesIfAny)
      .flatMap((file) => unportableInCode(readFileSync(file, 'utf8')).map((finding) => `${file} ${finding}`))
    expect(found).toEqual([])
  })
})

function sourcesIfAny(folder: string): string[] {
  try {
    return sourcesOf(folder)
  } catch {
    return []
  }
}
