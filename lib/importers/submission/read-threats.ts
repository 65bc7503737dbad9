import { componentOf } from '@/lib/importers/submission/component-words'
import type { CueLine } from '@/lib/importers/submission/cues'
import { mitigationOf } from '@/lib/importers/submission/mitigation'
import { isGloss, isPlaceholder } from '@/lib/importers/submission/noise'
import { labelsIn, type Segment, type Segmentation, textOf } from '@/lib/importers/submission/segment'
import { statedComponent } from '@/lib/importers/submission/stated-component'
import { dropAccents, impliedCategory, inflectedCategories } from '@/lib/importers/submission/stride-words'
import type { CategoryBasis, SubmittedThreat, ThreatPlatform } from '@/lib/importers/submission/submission'
import type { Stride } from '@/lib/model/judgement'

type Categories = { categories: Stride[]; basis: CategoryBasis; sure: number }

/** Makes threats of segments. Those that hold no text of their own are left out. */
export function readThreats(
  cues: readonly CueLine[],
  segmentation: Segmentation,
  platform: ThreatPlatform,
): SubmittedThreat[] {
  const labelled = segmentation.segments.filter(
    (one) => one.inherited || labelsIn(cues, one).length > 0,
  ).length
  const isMostlyLabelled = labelled >= segmentation.segments.length * 0.6 && labelled >= 2
  const doubt = doubtOf(segmentation)
  return segmentation.segments.flatMap((one) => {
    const threat = readThreat(cues, one, platform, isMostlyLabelled, doubt)
    return threat ? [threat] : []
  })
}

/** What to take off the confidence of every item of a list that does not fall into items plainly. */
function doubtOf({ score, segments }: Segmentation): number {
  const fit = score / Math.max(1, segments.length)
  const count = segments.length === 1 ? 0.1 : segments.length > 8 ? 0.1 : 0
  return count + (fit >= 0.85 ? 0 : fit >= 0.6 ? 0.1 : 0.25)
}

function readThreat(
  cues: readonly CueLine[],
  one: Segment,
  platform: ThreatPlatform,
  isMostlyLabelled: boolean,
  doubt: number,
): SubmittedThreat | undefined {
  const lines = cues.slice(one.from, one.to + 1).map(({ line }) => line)
  const labels = labelsIn(cues, one)
  const whole = textOf(cues, one)
  const first = labels[0]
  const rest = first ? withoutLabel(cues, one) : whole
  if (isPlaceholder(rest) || isGlossOnly(rest) || isEmptyCell(rest)) return undefined
  const isPlain = !first && !one.inherited
  // In a list of labelled items, a lone line without a label is rather a remark.
  if (isPlain && isMostlyLabelled && rest.split(/\s+/).length < 6) return undefined
  if (
    isPlain &&
    /^\(?.{0,60}\)?$/.test(rest) &&
    rest.split(/\s+/).length < 4 &&
    inflectedCategories(rest).length === 0
  )
    return undefined

  const { categories, basis, sure } = one.inherited
    ? { categories: one.inherited.categories, basis: 'stated' as const, sure: 0.93 }
    : categoriesOf(cues, one, whole)
  const mitigation = mitigationOf(lines, rest)
  const title = first ? first.rest.slice(0, 120) : (lines[0]?.body ?? '')
  const words = rest.split(/\s+/).length
  let confidence = sure - doubt
  if (isPlain && isMostlyLabelled) confidence -= 0.25
  if (labels.length > 1 && new Set(labels.map((label) => label.categories.join(''))).size > 1)
    confidence -= 0.25
  if (words < 4) confidence -= 0.12
  if (platform === 'other') confidence -= 0.12
  if (lines.length > 30 || words > 500) confidence -= 0.2
  return {
    platform,
    categories,
    categoryBasis: basis,
    component: statedComponent(cues, one, title, platform) ?? componentOf(title, rest, platform),
    firstLine: lines[0]?.number ?? 0,
    lastLine: lines.at(-1)?.number ?? 0,
    mitigationStated: mitigation.stated,
    ...(mitigation.text ? { mitigation: mitigation.text } : {}),
    confidence: Math.round(Math.max(0.05, Math.min(0.99, confidence)) * 100) / 100,
  }
}

function withoutLabel(cues: readonly CueLine[], one: Segment): string {
  let isFirst = true
  return cues
    .slice(one.from, one.to + 1)
    .filter(({ line }) => !line.isBlank && !line.isCode && !line.isRule)
    .map(({ line, label }) => {
      if (!label || label.strength < 0.8 || !isFirst) return line.body
      isFirst = false
      return label.rest
    })
    .join(' ')
    .trim()
}

function isGlossOnly(rest: string): boolean {
  return rest.split(/\s+/).length <= 3 && isGloss(rest)
}

function isEmptyCell(rest: string): boolean {
  return /^(?:none|n\/?a|nothing|no threats?|-+|\.+|\?+)[.]?$/i.test(rest.trim())
}

const closing =
  /\b(?:fits?|falls?|belongs?|counts?|classif\w+|categor\w+|consider\w*|terms?|relates?|corresponds?|maps?|called|kind of|type of|form of|example of|case of|leads? to|result(?:s|ing)? in|this (?:is|would be)|which is|stride|es un caso|seria|is an?)\b[^.]{0,60}$/i

function categoriesOf(cues: readonly CueLine[], one: Segment, whole: string): Categories {
  const labels = labelsIn(cues, one)
  // The item's own label is on its first lines or in a field; the first field outranks a closing word.
  const field = labels.find(({ where }) => where === 'field')
  const best = labels[0]?.where === 'end' && field ? field : labels[0]
  if (best)
    return { categories: best.categories, basis: 'stated', sure: Math.min(0.97, 0.1 + best.strength * 0.88) }

  const weak = cues[one.from]?.label
  if (weak) return { categories: weak.categories, basis: 'stated', sure: 0.8 }
  const bold = cues
    .slice(one.from, one.to + 1)
    .filter(({ line }) => !line.isCode)
    .flatMap(({ line }) => [
      ...line.marked.matchAll(/\*\*([^*]+)\*\*|__([^_]+)__|(?<!\*)\*([^*\s][^*]*)\*(?!\*)/g),
    ])
    .flatMap((match) =>
      inflectedCategories(match[1] ?? match[2] ?? match[3] ?? '').map(({ letter }) => letter),
    )
  if (bold.length > 0) {
    const letters = [...new Set(bold)]
    return { categories: letters.slice(0, 2), basis: 'stated', sure: letters.length === 1 ? 0.9 : 0.7 }
  }
  const prose = inflectedCategories(whole)
  const plain = dropAccents(whole)
  const closed = prose.filter(({ at }) => closing.test(plain.slice(Math.max(0, at - 90), at)))
  const chosen = closed.length > 0 ? closed : prose
  const [named] = chosen
  if (named) {
    const joined = chosen
      .filter((next) => next === named || next.at - named.at < 40)
      .map(({ letter }) => letter)
    const categories = closed.length > 0 ? joined : [named.letter]
    return { categories, basis: 'stated', sure: prose.length === 1 ? 0.86 : closed.length > 0 ? 0.8 : 0.6 }
  }
  const hint = impliedCategory(whole)
  return hint
    ? { categories: [hint], basis: 'implied', sure: 0.5 }
    : { categories: [], basis: 'none', sure: 0.4 }
}
