import { analyse } from '@/lib/analysis/analyse'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { importPaths } from '@/lib/cli/import-paths'

/** What a manifest of a scanner's own tests says of one of its rules. */
export type Label = { path: string; rule: string; isBad: boolean }

/** How the verdicts on one rule compare with its labels. */
export type RuleScore = {
  rule: string
  threatIds: readonly string[]
  truePositives: number
  falsePositives: number
  trueNegatives: number
  falseNegatives: number
  /** The manifests that were judged wrongly. */
  misses: string[]
}

/** By how a folder of labelled manifests is called, the tool's name in `rules`. */
const tools: readonly (readonly [RegExp, string])[] = [
  [/polaris/i, 'polaris'],
  [/kube-?linter/i, 'kubelinter'],
  [/kube-?scape/i, 'kubescape'],
  [/kube-?sec/i, 'kubesec'],
  [/checkov/i, 'checkov'],
  [/trivy/i, 'trivy'],
]

const bad = /^(failure|failed|fail|bad|deny|negative)/i
const good = /^(success|passed|pass|good|allow|positive)/i

/**
 * The label that a manifest's path gives: the tool's folder, then the rule and the word for right or wrong, as folders or
 * joined by two underscores (`polaris/checks/hostIPCSet/failure.yaml`). Undefined when the path says nothing of the kind.
 */
export function readLabel(path: string): Label | undefined {
  const parts = path.split(/[\\/]|__/)
  const tool = tools.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1]
  const at = parts.findIndex((part, index) => index > 0 && (bad.test(part) || good.test(part)))
  const name = parts[at - 1]
  if (!tool || !name || !/\.ya?ml$/i.test(path)) return undefined
  return { path, rule: `${tool}:${name}`, isBad: bad.test(parts[at] ?? '') }
}

/**
 * Imports each labelled manifest by itself, as a user would, and compares: bad is right when a threat that names the rule
 * is raised anywhere, good when none is. A threat that is only possible does not count as raised.
 */
export async function scoreLabelled(labels: readonly Label[], catalogue: Catalogue): Promise<RuleScore[]> {
  const scores = new Map<string, RuleScore>()
  for (const { path, rule, isBad } of labels) {
    const score = scores.get(rule) ?? emptyScore(rule, catalogue)
    scores.set(rule, score)
    const { model } = await importPaths([path])
    const isRaised = analyse(model, catalogue).verdicts.some(
      ({ state, threatId }) => state === 'raised' && score.threatIds.includes(threatId),
    )
    if (isBad && isRaised) score.truePositives += 1
    else if (isBad) score.falseNegatives += 1
    else if (isRaised) score.falsePositives += 1
    else score.trueNegatives += 1
    if (isBad !== isRaised) score.misses.push(path)
  }
  return [...scores.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

/** How many of the verdicts were right, and out of how many. */
export function sumScores(scores: readonly RuleScore[]): { right: number; all: number } {
  let right = 0
  let all = 0
  for (const one of scores) {
    right += one.truePositives + one.trueNegatives
    all += one.truePositives + one.trueNegatives + one.falsePositives + one.falseNegatives
  }
  return { right, all }
}

function emptyScore(rule: string, catalogue: Catalogue): RuleScore {
  const threatIds = catalogue.pack.threats.filter(({ rules }) => rules.includes(rule)).map(({ id }) => id)
  return {
    rule,
    threatIds,
    truePositives: 0,
    falsePositives: 0,
    trueNegatives: 0,
    falseNegatives: 0,
    misses: [],
  }
}
