import { cleanRef, type ImageRef, parseImage } from '@/lib/importers/compose/image-ref'
import {
  argumentsOf,
  flagOf,
  type Instruction,
  type SplitFile,
} from '@/lib/importers/dockerfile/split-instructions'
import { expand, readPairs, type Scope } from '@/lib/importers/dockerfile/variables'

/** What a stage begins with: another stage, an image, nothing at all (scratch), or something that only a build knows. */
export type Base =
  | { kind: 'stage'; stage: Stage }
  | { kind: 'image'; image: ImageRef; isWhole: boolean }
  | { kind: 'scratch' }
  | { kind: 'unknown' }

export type Stage = {
  index: number
  name: string
  from: Instruction
  base: Base
  instructions: Instruction[]
  /** Arguments and variables with their values at the end of the stage. */
  scope: Scope
  /** Variables that ENV sets here and in the stages it is FROM. */
  environment: Map<string, string>
  /** Stages and images that it copies or mounts files from. */
  copies: { from: Base; at: Instruction }[]
}

/** A Dockerfile taken apart. `path` is where it stands; `key`, its path or that of an inner text, is what it is kept under. */
export type DockerfileParts = {
  key: string
  path: string
  stages: Stage[]
  instructions: readonly Instruction[]
}

export const MAX_STAGES = 300

// What BuildKit sets by itself.
const automatic: readonly [string, string | undefined][] = [
  ['TARGETPLATFORM', 'linux/amd64'],
  ['TARGETOS', 'linux'],
  ['TARGETARCH', 'amd64'],
  ['TARGETVARIANT', ''],
  ['BUILDPLATFORM', 'linux/amd64'],
  ['BUILDOS', 'linux'],
  ['BUILDARCH', 'amd64'],
  ['BUILDVARIANT', ''],
]

/** The stages of a Dockerfile, in order. What stands before the first FROM are arguments for the FROM lines. */
export function readStages({ instructions }: SplitFile): Stage[] {
  const stages: Stage[] = []
  const outer = new Map<string, string | undefined>(automatic)
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      if (stages.length >= MAX_STAGES) break
      stages.push(startStage(instruction, stages, outer))
      continue
    }
    const stage = stages.at(-1)
    if (!stage) {
      if (instruction.keyword === 'ARG') setArguments(instruction, outer, outer)
      continue
    }
    stage.instructions.push(instruction)
    follow(stage, instruction, stages, outer)
  }
  return stages
}

function startStage(from: Instruction, stages: readonly Stage[], outer: Scope): Stage {
  const words = argumentsOf(from)
  const base = baseOf(words[0] ?? '', stages, outer)
  const name = words[1]?.toUpperCase() === 'AS' ? (words[2] ?? '') : ''
  const environment = new Map(base.kind === 'stage' ? base.stage.environment : [])
  return {
    index: stages.length,
    name: name.toLowerCase(),
    from,
    base,
    instructions: [],
    scope: new Map([...automatic, ...environment]),
    environment,
    copies: [],
  }
}

/** What a name in FROM or `--from` stands for. */
function baseOf(written: string, stages: readonly Stage[], scope: Scope): Base {
  const { text, unset } = expand(written, scope)
  const stage = stages.find(({ name }) => name !== '' && name === text.toLowerCase())
  if (stage) return { kind: 'stage', stage }
  if (text.toLowerCase() === 'scratch') return { kind: 'scratch' }
  const image = parseImage(text)
  if (!image || !isName(image.ref)) return { kind: 'unknown' }
  return { kind: 'image', image, isWhole: unset.length === 0 }
}

function isName(ref: string): boolean {
  return /^[\w.$][\w.$/:@{}-]*$/.test(ref) && cleanRef(ref) === ref && !/^\$\{\w+\}$/.test(ref)
}

function follow(stage: Stage, instruction: Instruction, stages: readonly Stage[], outer: Scope): void {
  const scope = stage.scope as Map<string, string | undefined>
  if (instruction.keyword === 'ARG') setArguments(instruction, scope, outer)
  else if (instruction.keyword === 'ENV') {
    for (const { name, value } of readPairs(instruction)) {
      if (value === undefined) continue
      const { text } = expand(value, scope)
      scope.set(name, text)
      stage.environment.set(name, text)
    }
  } else if (instruction.keyword === 'COPY' || instruction.keyword === 'RUN') {
    const names =
      instruction.keyword === 'COPY'
        ? [flagOf(instruction, 'from')]
        : instruction.flags.map(({ name, value }) =>
            name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value)?.[1] : undefined,
          )
    for (const name of names) {
      if (name === undefined) continue
      const numbered = /^\d+$/.test(name) ? stages[Number(name)] : undefined
      const from: Base =
        numbered && numbered !== stage
          ? { kind: 'stage', stage: numbered }
          : baseOf(name, stages.slice(0, stage.index), scope)
      stage.copies.push({ from, at: instruction })
    }
  }
}

function setArguments(instruction: Instruction, scope: Map<string, string | undefined>, outer: Scope): void {
  for (const { name, value } of readPairs(instruction)) {
    // Declared again without a value inside a stage, an argument has the value from before the first FROM.
    scope.set(name, value === undefined ? outer.get(name) : expand(value, scope).text)
  }
}

/** The stages that a target consists of (it and those it is FROM, the target first), and all that its build needs. */
export function stagesOf(target: Stage): { chain: Stage[]; needed: Set<Stage> } {
  const chain: Stage[] = []
  for (
    let stage: Stage | undefined = target;
    stage;
    stage = stage.base.kind === 'stage' ? stage.base.stage : undefined
  )
    chain.push(stage)
  const needed = new Set<Stage>()
  const open = [target]
  while (open.length > 0) {
    const stage = open.pop() as Stage
    if (needed.has(stage)) continue
    needed.add(stage)
    for (const base of [stage.base, ...stage.copies.map(({ from }) => from)])
      if (base.kind === 'stage') open.push(base.stage)
  }
  return { chain, needed }
}
