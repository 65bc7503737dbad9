import { CatalogueId } from '@/lib/model/id'
import { z } from '@/lib/model/zod'

// Conditions are data: small trees over named attributes and named relations. Nothing in them is ever run as script.

const Scalar = z.union([z.boolean(), z.number(), z.string().max(200)])

/** What a fact is held against. Lists: `hasAny`, `hasAll`, `isEmpty`. Numbers: `below`, `atLeast`. Anything: a value, `in`, `notIn`. */
export const Test = z.union([
  Scalar,
  z.strictObject({ in: z.array(Scalar).min(1).max(100) }),
  z.strictObject({ notIn: z.array(Scalar).min(1).max(100) }),
  z.strictObject({ hasAny: z.array(z.string().max(200)).min(1).max(100) }),
  z.strictObject({ hasAll: z.array(z.string().max(200)).min(1).max(100) }),
  z.strictObject({ isEmpty: z.boolean() }),
  z.strictObject({ below: z.number() }),
  z.strictObject({ atLeast: z.number() }),
])
export type Test = z.infer<typeof Test>

/** Attribute of the element itself, or of a related one: `privileged`, `image.runsAsRoot`, `host.engine.usernsRemap`. */
const Path = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*){0,3}$/, 'A path is names joined by dots.')

/**
 * As written in YAML. A map of paths holds when all of its tests do. `some` and `every` step over a relation;
 * a path with a dot is short for `some`.
 */
export type ConditionSource =
  | { any: ConditionSource[] }
  | { all: ConditionSource[] }
  | { not: ConditionSource }
  | { some: string; where?: ConditionSource | undefined }
  | { every: string; where: ConditionSource }
  | { [path: string]: Test }

const operators = new Set(['any', 'all', 'not', 'some', 'every', 'where'])

export const ConditionSource: z.ZodType<ConditionSource> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(ConditionSource).min(1).max(50) }),
    z.strictObject({ all: z.array(ConditionSource).min(1).max(50) }),
    z.strictObject({ not: ConditionSource }),
    z.strictObject({ some: CatalogueId, where: ConditionSource.optional() }),
    z.strictObject({ every: CatalogueId, where: ConditionSource }),
    z
      .record(Path, Test)
      .refine((map) => Object.keys(map).length > 0, 'A condition needs at least one test.')
      .refine(
        (map) => !Object.keys(map).some((key) => operators.has(key)),
        'An operator is written wrongly here.',
      ),
  ]),
) as z.ZodType<ConditionSource>

/** The normal form that the engine evaluates. `some` without `where` asks whether there is any. */
export type Condition =
  | { op: 'any' | 'all'; of: Condition[] }
  | { op: 'not'; of: Condition }
  | { op: 'some' | 'every'; relation: string; where?: Condition }
  | { op: 'fact'; attribute: string; test: Test }

/** Depth and size bounds that keep the cost of a user's condition small. */
export const MAX_CONDITION_DEPTH = 8
export const MAX_CONDITION_NODES = 200

/** Brings a condition to its normal form. */
export function normaliseCondition(source: ConditionSource): Condition {
  if ('any' in source && Array.isArray(source.any)) return combine('any', source.any.map(normaliseCondition))
  if ('all' in source && Array.isArray(source.all)) return combine('all', source.all.map(normaliseCondition))
  if ('not' in source) return { op: 'not', of: normaliseCondition(source.not as ConditionSource) }
  if ('some' in source)
    return step('some', source.some as string, source.where as ConditionSource | undefined)
  if ('every' in source)
    return step('every', source.every as string, source.where as ConditionSource | undefined)
  return combine(
    'all',
    Object.entries(source as Record<string, Test>).map(([path, test]) =>
      factCondition(path.split('.'), test),
    ),
  )
}

function combine(op: 'any' | 'all', of: Condition[]): Condition {
  const [only] = of
  return of.length === 1 && only ? only : { op, of }
}

function step(op: 'some' | 'every', relation: string, where: ConditionSource | undefined): Condition {
  return where === undefined ? { op, relation } : { op, relation, where: normaliseCondition(where) }
}

function factCondition(path: string[], test: Test): Condition {
  const [first = '', ...rest] = path
  return rest.length === 0
    ? { op: 'fact', attribute: first, test }
    : { op: 'some', relation: first, where: factCondition(rest, test) }
}

/** Every node of a condition, the condition itself first. */
export function* conditionNodes(condition: Condition): Generator<Condition> {
  yield condition
  if (condition.op === 'any' || condition.op === 'all')
    for (const part of condition.of) yield* conditionNodes(part)
  if (condition.op === 'not') yield* conditionNodes(condition.of)
  if ((condition.op === 'some' || condition.op === 'every') && condition.where)
    yield* conditionNodes(condition.where)
}

/** Nesting levels of a condition; a single test is 1. */
export function conditionDepth(condition: Condition): number {
  switch (condition.op) {
    case 'fact':
      return 1
    case 'not':
      return 1 + conditionDepth(condition.of)
    case 'some':
    case 'every':
      return 1 + (condition.where ? conditionDepth(condition.where) : 0)
    default:
      return 1 + Math.max(...condition.of.map(conditionDepth))
  }
}
