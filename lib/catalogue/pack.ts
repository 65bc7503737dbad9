import { type Condition, normaliseCondition } from '@/lib/catalogue/condition'
import type {
  Adjustment,
  CatalogueFile,
  Derivation,
  RiskFactor,
  Target,
  Threat,
} from '@/lib/catalogue/entries'
import { canonicalJson, sha256Hex } from '@/lib/model/canonical'

/** A target of one type with its conditions in normal form. */
export type CompiledTarget = {
  type: string
  exposedWhen?: Condition
  counteredBy?: Condition
  adjust: CompiledAdjustment[]
}
export type CompiledAdjustment = Omit<Adjustment, 'when'> & { when: Condition }
export type CompiledThreat = Omit<Threat, 'targets' | 'replaces' | 'foldsUnder'> & {
  targets: CompiledTarget[]
  replaces: string[]
  foldsUnder: string[]
}
export type CompiledDerivation = Omit<Derivation, 'when'> & { when: Condition }
export type CompiledRiskFactor = Omit<RiskFactor, 'when'> & { when: Condition }

type Lists = {
  [K in Exclude<keyof CatalogueFile, 'about' | 'threats' | 'derivations' | 'riskFactors'>]-?: NonNullable<
    CatalogueFile[K]
  >
}

/** An immutable catalogue, named by the hash of its content. */
export type Pack = Lists & {
  hash: string
  about: NonNullable<CatalogueFile['about']>
  threats: CompiledThreat[]
  derivations: CompiledDerivation[]
  /** Whose own entries it holds; two workspaces with the same entries have packs of their own. */
  scope?: string
  /** Packs of before there were any have none. */
  riskFactors?: CompiledRiskFactor[]
}

/** Joins the files of a catalogue to one pack: every list in id order, conditions in normal form. Does not check; see `lint-pack.ts`. */
export function compilePack(files: readonly CatalogueFile[]): Pack {
  const gather = <K extends keyof CatalogueFile>(key: K) =>
    files.flatMap((file) => (file[key] as { id: string }[] | undefined) ?? []).toSorted(byId) as NonNullable<
      CatalogueFile[K]
    >
  const content: Omit<Pack, 'hash'> = {
    about: files.find((file) => file.about)?.about ?? {
      version: '0',
      lastChecked: { docker: '-', kubernetes: '-' },
    },
    attributes: gather('attributes'),
    componentTypes: gather('componentTypes'),
    flowTypes: gather('flowTypes'),
    relations: gather('relations'),
    derivations: gather('derivations').map((entry) => ({ ...entry, when: normaliseCondition(entry.when) })),
    riskFactors: gather('riskFactors').map((entry) => ({ ...entry, when: normaliseCondition(entry.when) })),
    threats: gather('threats').map(compileThreat),
    mitigations: gather('mitigations'),
    controls: gather('controls'),
    leftOut: gather('leftOut'),
    lessons: gather('lessons'),
  }
  return sealPack(content)
}

/** Names a pack by the hash of its content. */
export function sealPack(content: Omit<Pack, 'hash'>): Pack {
  return { hash: sha256Hex(canonicalJson(content)), ...content }
}

/** The order of every list of a pack. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** A threat with its targets one a type and its conditions in normal form. */
export function compileThreat(threat: Threat): CompiledThreat {
  return {
    ...threat,
    replaces: threat.replaces ?? [],
    foldsUnder: threat.foldsUnder ?? [],
    targets: threat.targets.flatMap((target) => target.types.map((type) => compileTarget(target, type))),
  }
}

function compileTarget(target: Target, type: string): CompiledTarget {
  return {
    type,
    ...(target.exposedWhen && { exposedWhen: normaliseCondition(target.exposedWhen) }),
    ...(target.counteredBy && { counteredBy: normaliseCondition(target.counteredBy) }),
    adjust: (target.adjust ?? []).map((entry) => ({ ...entry, when: normaliseCondition(entry.when) })),
  }
}
