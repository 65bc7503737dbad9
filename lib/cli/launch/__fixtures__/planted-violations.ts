/** One file to lint: where it lies, what it says, and a part of the diagnostic that must be reported. */
export interface Planted {
  rule: string
  file: string
  source: string
  says: string
}

const LAYER = 'This folder may not import that one'
const TYPES = 'may import only types from here'
const CLIMB = 'climbs out of its folder'
const CLOCK = 'has no clock and no randomness'
const FRAMEWORK = 'knows no framework'
const DRIVER = 'Only lib/db talks to the database driver'
const ENV = 'Configuration is read in lib/env only'

let count = 0

/** Files of one rule, one for every source, numbered so that each stands alone. */
function plant(rule: string, folder: string, says: string, sources: string[], extension = 'ts'): Planted[] {
  return sources.map((source) => {
    count += 1
    return { rule, file: `${folder}/planted-${count}.${extension}`, source, says }
  })
}

/** Every way to write an import of a module. */
function spellings(module: string): string[] {
  return [
    `import { a } from '${module}'\nexport const b = a`,
    `import type { A } from '${module}'\nexport type B = A`,
    `import * as a from '${module}'\nexport const b = a`,
    `import '${module}'`,
    `import { a } from "${module}"\nexport const b = a`,
    `export { a } from '${module}'`,
    `export type { A } from '${module}'`,
    `export * as a from '${module}'`,
    `export const a = await import('${module}')`,
    `import a = require('${module}')\nexport const b = a`,
  ]
}

/** Which folder may not import which: one row for every folder of the table. */
const FORBIDDEN: [from: string, to: string[]][] = [
  ['lib/model', ['catalogue', 'analysis', 'importers', 'reports', 'services', 'db', 'env', 'testing']],
  ['lib/catalogue', ['analysis', 'layout', 'db']],
  ['lib/analysis', ['reports', 'importers', 'markup', 'services']],
  ['lib/layout', ['analysis', 'markup']],
  ['lib/importers', ['analysis', 'reports', 'db']],
  ['lib/markup', ['analysis', 'reports']],
  ['lib/reports', ['importers', 'services', 'layout']],
  ['lib/coursework', ['reports', 'db', 'services']],
  ['lib/env', ['catalogue', 'db', 'services']],
  ['lib/db', ['services', 'auth', 'actions', 'client']],
  ['lib/auth', ['db', 'services']],
  ['lib/services', ['actions', 'client', 'cli']],
  ['lib/actions', ['db', 'auth', 'env', 'analysis']],
  ['lib/client', ['services', 'db', 'actions', 'env']],
  ['lib/workers', ['services', 'db', 'client']],
  ['lib/cli', ['db', 'services', 'auth', 'client']],
  ['lib/unheard-of', ['model']],
  ['components/canvas', ['services', 'db', 'auth', 'env', 'workers', 'testing']],
  ['components/ui', ['model', 'client']],
  ['app/models', ['db', 'auth', 'env', 'client', 'testing']],
  ['prisma', ['actions', 'client']],
]

const importsOfFolders = FORBIDDEN.flatMap(([from, to]) =>
  to.flatMap((name) => plant('layers', from, LAYER, [`import type { A } from '@/lib/${name}/a'\nexport type B = A`])),
)

export const PLANTED: Planted[] = [
  ...importsOfFolders,
  ...plant('layers', 'lib/model', LAYER, spellings('@/lib/db/client')),
  ...plant('layers', 'lib/services', LAYER, spellings('@/components/canvas/to-flow')),
  ...plant('layers', 'components/ui', LAYER, spellings('@/components/canvas/to-flow')),
  ...plant('layers', 'components/models', LAYER, spellings('@/app/page')),
  ...plant('no import types', 'lib/model', 'Write `import type', [
    `export type B = import('@/lib/db/client').B`,
    `export type B = typeof import('@/lib/db/client')`,
  ]),
  ...plant('no computed imports', 'lib/model', 'Name the module in plain quotes', [
    'export const a = await import(`@/lib/db/client`)',
    `export const a = (name: string) => import('@/lib/' + name)`,
  ]),
  ...plant('no require', 'lib/services', 'Use import', [
    `export const a = require('@/lib/actions/a')`,
    `export const a = require.resolve('@/lib/actions/a')`,
    `import { createRequire } from 'node:module'\nexport const a = createRequire(import.meta.url)('./a')`,
    `import module from 'node:module'\nexport const a = module.createRequire(import.meta.url)('./a')`,
  ]),
  ...plant('no climbing', 'lib/services/models', CLIMB, [
    ...spellings('../db/client'),
    ...spellings('../../actions/a'),
    ...spellings('..'),
    `import { a } from './../users/a'\nexport const b = a`,
    `import { a } from './deep/../../db/a'\nexport const b = a`,
    `import { a } from '@/lib/model/../db/a'\nexport const b = a`,
  ]),
  ...plant('types only', 'components/imports', TYPES, [
    ...spellings('@/lib/importers/list').filter((source) => !/^(import|export) type|require/.test(source)),
    `import { type A } from '@/lib/reports/list'\nexport type B = A`,
    `export { type A } from '@/lib/coursework/claims'`,
  ]),
  ...plant('types only', 'lib/db', TYPES, [`import { a } from '@/lib/analysis/evaluate'\nexport const b = a`]),
  ...plant('types only', 'lib/auth', TYPES, [`import { a } from '@/lib/layout/layout'\nexport const b = a`]),
  ...plant('zod', 'lib/services', `Import z from '@/lib/model/zod'`, [...spellings('zod'), ...spellings('zod/v4')]),
  ...plant('database driver', 'lib/services', DRIVER, [
    ...spellings('better-sqlite3'),
    ...spellings('@prisma/client'),
    ...spellings('@/lib/db/generated/client'),
  ]),
  ...plant('tests are no library', 'lib/services', 'Tests and bundles are not a library', spellings('./a.test')),
  ...plant('pure: no framework', 'lib/reports', FRAMEWORK, [
    ...spellings('react'),
    ...spellings('react-dom/server'),
    ...spellings('next/headers'),
    ...spellings('@prisma/client'),
    ...spellings('@xyflow/react'),
    ...spellings('pino'),
  ]),
  ...plant('pure: no I/O', 'lib/importers', FRAMEWORK, spellings('node:fs')),
  ...plant('pure: no I/O', 'lib/importers', 'Node.js builtin module', [
    ...spellings('fs/promises').filter((source) => !/require|type/.test(source)),
  ]),
  ...plant('pure: no clock', 'lib/analysis', CLOCK, [
    'export const a = new Date()',
    'export const a = new Date',
    'export const a = Date()',
    'export const a = Date.now()',
    'export const a = new Date(Date.now())',
    'export const a = [1].map(Date.now)',
    `export const a = Date['now']()`,
    'export const { now } = Date',
    'const Clock = Date\nexport const a = new Clock()',
  ]),
  ...plant('pure: no randomness', 'lib/model', CLOCK, [
    'export const a = Math.random()',
    `export const a = Math['random']()`,
    'export const { random } = Math',
  ]),
  ...plant('pure: no globals', 'lib/layout', 'noRestrictedGlobals', [
    'export const a = crypto.randomUUID()',
    'export const a = globalThis.Date.now()',
    'export const a = performance.now()',
    `export const a = fetch('x')`,
    'export const a = process.version',
    'export const a = setTimeout(() => 1, 1)',
    'export const a = window.name',
    `export const a = localStorage.getItem('a')`,
  ]),
  ...plant('environment', 'lib/services', 'noProcessEnv', ['export const a = process.env.A']),
  ...plant('environment', 'app/models', ENV, [
    'export const { env } = process',
    'export const { A } = process.env',
    'const elsewhere = process\nexport const a = elsewhere.env',
    `export const a = process['env'].A`,
    'export const a = globalThis.process.env.A',
    'export const a = import.meta.env.A',
    ...spellings('node:process'),
    ...spellings('process'),
  ]),
  ...plant('actions', 'lib/actions', 'Export only', [
    'export async function a() {}',
    'export const a = async () => 1',
    'export default 1',
    'const a = 1\nexport { a }',
    `export * from './b'`,
    `export { a } from './b'`,
    'export type A = string',
    'export let a = defineAction(Input, useCase)',
  ]),
  ...plant('no default export', 'lib/services', 'noDefaultExport', [
    'export default function a() {}',
    'const a = 1\nexport { a as default }',
  ]),
  ...plant('no barrels', 'lib/services', 'noReExportAll', [`export * from './a'`]),
  ...plant('no console', 'lib/services', 'noConsole', [`console.log('a')`]),
  {
    rule: 'no cycles',
    file: 'lib/services/cycle-a.ts',
    source: `import { b } from './cycle-b'\nexport const a = () => b`,
    says: 'noImportCycles',
  },
  {
    rule: 'no cycles',
    file: 'lib/services/cycle-b.ts',
    source: `import { a } from '@/lib/services/cycle-a'\nexport const b = () => a`,
    says: 'noImportCycles',
  },
  {
    rule: 'no cycles',
    file: 'lib/services/cycle-c.ts',
    source: `import type { D } from './cycle-d'\nexport type C = D[]`,
    says: 'noImportCycles',
  },
  {
    rule: 'no cycles',
    file: 'lib/services/cycle-d.ts',
    source: `import type { C } from './cycle-c'\nexport type D = C[]`,
    says: 'noImportCycles',
  },
  { rule: 'file names', file: 'lib/services/PascalCase.ts', source: 'export const a = 1', says: 'useFilenamingConvention' },
]

/** Files that break no rule, so that a rule which reports everything is noticed too. */
export const CLEAN: Omit<Planted, 'rule' | 'says'>[] = [
  { file: 'lib/model/zod.ts', source: `import * as z from 'zod'\nexport { z }` },
  { file: 'lib/model/clean.ts', source: `import { z } from '@/lib/model/zod'\nexport const A = z.string()` },
  { file: 'lib/model/dates.ts', source: 'export const a = (at: string) => new Date(at).getTime() - Date.parse(at)' },
  { file: 'lib/reports/clean.ts', source: `import { a } from '@/lib/markup/a'\nimport { b } from './b'\nexport const c = a + b` },
  { file: 'lib/importers/clean.ts', source: `import { load } from 'js-yaml'\nexport const a = load` },
  { file: 'lib/db/clean.ts', source: `import type { A } from '@/lib/reports/a'\nimport { PrismaClient } from '@/lib/db/generated/client'\nexport const a: A = PrismaClient` },
  { file: 'lib/env/clean.ts', source: 'export const a = process.env.A' },
  { file: 'lib/services/clean.ts', source: `import { a } from '@/lib/db/a'\nimport { b } from '@/lib/importers/b'\nexport const c = [a, b]` },
  { file: 'lib/actions/clean.ts', source: `'use server'\nimport { defineAction } from '@/lib/actions/define-action'\nimport { Input, rename } from '@/lib/services/rename'\nexport const renameModel = defineAction(Input, rename)` },
  { file: 'lib/cli/launch/clean.ts', source: `import { a } from '@/lib/db/a'\nexport const b = [a, process.env.A]` },
  { file: 'components/imports/clean.tsx', source: `import type { A } from '@/lib/importers/a'\nimport { Button } from '@/components/ui/button'\nexport const B = (a: A) => <Button label={a} />` },
  { file: 'components/ui/clean.tsx', source: `import { cx } from '@/components/ui/cx'\nexport const A = () => <p className={cx()} />` },
  { file: 'app/models/page.tsx', source: `import { list } from '@/lib/services/list'\nexport default function Page() {\n  return <p>{list()}</p>\n}` },
  { file: 'lib/model/clean.test.ts', source: `import { a } from '@/lib/testing/a'\nexport const b = [a, Date.now()]` },
  { file: 'prisma/seed.ts', source: `import { a } from '@/lib/services/a'\nexport const b = a` },
]
