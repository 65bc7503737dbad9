import { ConditionSource } from '@/lib/catalogue/condition'
import { FactValue } from '@/lib/model/fact'
import { CatalogueId } from '@/lib/model/id'
import { Level, Severity, Stride } from '@/lib/model/judgement'
import { line, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

// The entries of a catalogue as they are written in YAML. `pack.ts` compiles them.

export const Platform = z.enum(['docker', 'kubernetes', 'shared'])

/** A property of a component or flow that conditions read and people answer. */
export const Attribute = z.strictObject({
  id: CatalogueId,
  label: line(80),
  /** The question that settles it, answerable with its values. */
  question: line(300),
  type: z.enum(['boolean', 'enum', 'number', 'text', 'list', 'quantity']),
  /** The values of an enum, most common first. A quantity is an amount such as "300M", or "none". */
  values: z.array(line(60)).max(40).optional(),
  group: line(40),
  help: text(2000).optional(),
  /**
   * Somebody answers it once for all defaults that it closes: those are asked one by one only after it was answered no.
   * Without it, closing is for importers, and each default is asked by itself.
   */
  standsForDefaults: z.literal(true).optional(),
})
export type Attribute = z.infer<typeof Attribute>

/**
 * How a type uses an attribute. `default` is what holds when nobody says anything; it is a fact only once the attribute
 * `closedBy` (of the element itself) is true, and always when `closedBy` is null.
 */
export const AttributeUse = z.strictObject({
  default: FactValue.optional(),
  closedBy: CatalogueId.nullable().optional(),
  reason: line(300).optional(),
})
export type AttributeUse = z.infer<typeof AttributeUse>

const AttributeUses = z.record(CatalogueId, AttributeUse)

export const ComponentType = z.strictObject({
  id: CatalogueId,
  platform: Platform,
  kind: z.enum(['process', 'store', 'external', 'boundary']),
  label: line(60),
  plural: line(60),
  /** Name of a lucide icon, or `simple:` and a simple-icons slug. */
  icon: z.string().regex(/^(simple:)?[a-z0-9-]+$/),
  /** Types it may stand inside of; it may always stand at the top. */
  allowedParents: z.array(CatalogueId).max(50),
  /** `closedBy` of every default below that does not say otherwise. */
  closedBy: CatalogueId.optional(),
  attributes: AttributeUses,
  help: text(1000),
})
export type ComponentType = z.infer<typeof ComponentType>

export const FlowType = z.strictObject({
  id: CatalogueId,
  label: line(60),
  /** Words for the drawing's labels, e.g. "pulls". */
  verb: line(30),
  attributes: AttributeUses,
  help: text(1000),
})
export type FlowType = z.infer<typeof FlowType>

/**
 * A named way from one element to others. `via`:
 * parent, children: the drawing tree; zones: every boundary it is in; members: what is in this boundary;
 * sources, targets: components at the far end of flows in or out; upstream: transitively along flows in;
 * flowsIn, flowsOut: the flows themselves; from, to: the ends of a flow; crossed: boundaries a flow passes.
 */
export const Relation = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  label: line(80),
  of: z.array(CatalogueId).min(1).max(200),
  via: z.enum([
    'parent',
    'children',
    'zones',
    'members',
    'sources',
    'targets',
    'upstream',
    'flowsIn',
    'flowsOut',
    'from',
    'to',
    'crossed',
  ]),
  flowTypes: z.array(CatalogueId).max(50).optional(),
  to: z.array(CatalogueId).min(1).max(200),
  /** What an empty relation means: nothing there (false), or nobody has drawn it yet (unknown). */
  whenNone: z.enum(['false', 'unknown']),
  /** An attribute of the element that turns an empty relation from unknown to false: "this is all there is". */
  closedBy: CatalogueId.optional(),
})
export type Relation = z.infer<typeof Relation>

/**
 * A fact that follows from others: it outranks defaults and files, and is outranked by scans and people. One that `fills`
 * speaks only where nothing else is known, so that one answer can stand for many ("the host passes the benchmark").
 */
export const Derivation = z.strictObject({
  id: CatalogueId,
  types: z.array(CatalogueId).min(1).max(100),
  attribute: CatalogueId,
  value: FactValue,
  when: ConditionSource,
  reason: line(300),
  fills: z.literal(true).optional(),
})
export type Derivation = z.infer<typeof Derivation>

const shift = z
  .int()
  .min(-2)
  .max(2)
  .refine((by) => by !== 0, 'A factor that moves nothing says nothing.')

/**
 * Circumstances of an element that move the risk of every threat of these letters on it by so many levels; left out where
 * a verdict rests on the same facts already.
 */
export const RiskFactor = z.strictObject({
  id: CatalogueId,
  label: line(80),
  types: z.array(CatalogueId).min(1).max(100),
  letters: z.array(Stride).min(1).max(6),
  when: ConditionSource,
  likelihood: shift.optional(),
  impact: shift.optional(),
  why: line(300),
})
export type RiskFactor = z.infer<typeof RiskFactor>

const ReferenceIds = z.array(line(40)).max(60)

/** Ids in the standard frames; texts of the frames are never copied. */
export const References = z.strictObject({
  attack: ReferenceIds.optional(),
  msK8sMatrix: ReferenceIds.optional(),
  cwe: ReferenceIds.optional(),
  capec: ReferenceIds.optional(),
  owaspDocker: ReferenceIds.optional(),
  owaspK8s2022: ReferenceIds.optional(),
  owaspK8s2025: ReferenceIds.optional(),
  nist800190: ReferenceIds.optional(),
  nsa: ReferenceIds.optional(),
  pss: ReferenceIds.optional(),
})
export type References = z.infer<typeof References>

/** Circumstances that move the risk; the first whose condition is true counts. */
export const Adjustment = z.strictObject({
  when: ConditionSource,
  likelihood: Level.optional(),
  impact: Level.optional(),
  why: line(300),
})
export type Adjustment = z.infer<typeof Adjustment>

/**
 * One kind of element that the threat can be on. Countered when `counteredBy` is true; otherwise silent when
 * `exposedWhen` is false, raised when it is true and `counteredBy` is known to be false, possible in between.
 * Without `exposedWhen` the threat is never raised by itself: people attach it by hand.
 */
export const Target = z.strictObject({
  types: z.array(CatalogueId).min(1).max(50),
  exposedWhen: ConditionSource.optional(),
  counteredBy: ConditionSource.optional(),
  adjust: z.array(Adjustment).max(10).optional(),
})
export type Target = z.infer<typeof Target>

export type ExampleElement = {
  type: string
  facts?: Record<string, FactValue> | undefined
  related?: Record<string, ExampleElement> | undefined
}
export const ExampleElement: z.ZodType<ExampleElement> = z.lazy(() =>
  z.strictObject({
    type: CatalogueId,
    facts: z.record(CatalogueId, FactValue).optional(),
    related: z.record(z.string(), ExampleElement).optional(),
  }),
) as z.ZodType<ExampleElement>

export const ExampleState = z.enum(['raised', 'possible', 'countered', 'silent'])

/** A small system and what the threat says of it: the threat's own proof, checked by `catalogue:check`. */
export const Example = z.strictObject({
  expect: ExampleState,
  severity: Severity.optional(),
  on: CatalogueId,
  facts: z.record(CatalogueId, FactValue).optional(),
  related: z.record(z.string(), ExampleElement).optional(),
})
export type Example = z.infer<typeof Example>

export const Threat = z.strictObject({
  id: CatalogueId,
  platform: Platform,
  title: line(120),
  /** Who can do what, through which weakness, with what effect. */
  description: text(800),
  stride: z.array(Stride).min(1).max(3),
  alsoStride: z.array(Stride).max(5),
  targets: z.array(Target).min(1).max(30),
  likelihood: Level,
  impact: Level,
  /** Why likelihood and impact are what they are. */
  riskReason: line(400),
  mitigations: z.array(CatalogueId).min(1).max(20),
  references: References,
  /** Scanner rules that report this weakness, as `tool:rule`; `docker:` and `k8s:` are keys of CIS checks. */
  rules: z.array(z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9_.-]+$/)).max(60),
  /** Ids of older or merged entries that this one stands for. */
  replaces: z.array(CatalogueId).max(20).optional(),
  /** Threats whose cause is this one's too: raised on the same element, this one is shown under them. */
  foldsUnder: z.array(CatalogueId).max(10).optional(),
  examples: z.array(Example).max(40),
})
export type Threat = z.infer<typeof Threat>

export const Snippet = z.strictObject({
  kind: z.enum(['compose', 'daemon.json', 'dockerfile', 'kubernetes', 'command', 'config']),
  label: line(100).optional(),
  code: text(4000).min(1),
})

export const Mitigation = z.strictObject({
  id: CatalogueId,
  title: line(120),
  guidance: text(1500),
  snippets: z.array(Snippet).max(10),
  /** How to see that it is in place. */
  verify: text(800).optional(),
  /** Canonical keys of the controls it meets. */
  controls: z.array(line(120)).max(60),
  references: References,
})
export type Mitigation = z.infer<typeof Mitigation>

/** A check of an outside benchmark under one canonical key, with its number in each version. */
export const Control = z.strictObject({
  /** Such as `docker:host-partition`. */
  id: line(120),
  framework: z.enum(['cis-docker', 'cis-kubernetes', 'pss', 'nsa']),
  /** Our own short words, never the benchmark's. */
  label: line(160),
  /** Single words by which titles name it and our label does not. */
  terms: line(120).optional(),
  /** Number per benchmark or tool version, e.g. `CIS-1.6.0: 1.1.1`. */
  numbers: z.record(line(40), line(20)),
})
export type Control = z.infer<typeof Control>

/**
 * Something outside that the catalogue knowingly has no entry for: a scanner's rule (`polaris:oneController`), a control
 * (`k8s:...`), a technique (`attack:T1036`, `ms:MS-TA9004`), a type (`type:flow-build`), an older entry (`entry:K-X-01`).
 */
export const LeftOut = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+:[A-Za-z0-9_.-]+$/)
    .max(120),
  /** Why it needs none. */
  reason: line(300),
})
export type LeftOut = z.infer<typeof LeftOut>

/**
 * What a verdict of a scanner teaches: the types of component that checks with one of these keys speak of, and the value
 * that the attribute has when they pass or fail. A verdict that does not tell the value has none.
 */
export const Lesson = z.strictObject({
  id: CatalogueId,
  keys: z
    .array(z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9_.-]+$/))
    .min(1)
    .max(40),
  on: z.array(CatalogueId).min(1).max(40),
  attribute: CatalogueId.optional(),
  pass: FactValue.optional(),
  fail: FactValue.optional(),
})
export type Lesson = z.infer<typeof Lesson>

/** One YAML file of a catalogue: any of the lists. */
export const CatalogueFile = z.strictObject({
  about: z
    .strictObject({
      version: line(20),
      lastChecked: z.strictObject({ docker: line(20), kubernetes: line(20) }),
    })
    .optional(),
  attributes: z.array(Attribute).optional(),
  componentTypes: z.array(ComponentType).optional(),
  flowTypes: z.array(FlowType).optional(),
  relations: z.array(Relation).optional(),
  derivations: z.array(Derivation).optional(),
  riskFactors: z.array(RiskFactor).optional(),
  threats: z.array(Threat).optional(),
  mitigations: z.array(Mitigation).optional(),
  controls: z.array(Control).optional(),
  leftOut: z.array(LeftOut).optional(),
  lessons: z.array(Lesson).optional(),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>
