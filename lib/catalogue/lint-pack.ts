import { lintAttributes } from '@/lib/catalogue/lint/lint-attributes'
import { lintDerivations } from '@/lib/catalogue/lint/lint-derivations'
import { lintIds } from '@/lib/catalogue/lint/lint-ids'
import { lintLeftOut } from '@/lib/catalogue/lint/lint-left-out'
import { lintLessons } from '@/lib/catalogue/lint/lint-lessons'
import { lintMitigations } from '@/lib/catalogue/lint/lint-mitigations'
import { lintRelations } from '@/lib/catalogue/lint/lint-relations'
import { lintRiskFactors } from '@/lib/catalogue/lint/lint-risk-factors'
import { lintStyle } from '@/lib/catalogue/lint/lint-style'
import { lintThreats } from '@/lib/catalogue/lint/lint-threats'
import { lintTypes } from '@/lib/catalogue/lint/lint-types'
import { packIndex } from '@/lib/catalogue/lint/pack-index'
import type { Pack } from '@/lib/catalogue/pack'

const rules = [
  lintIds,
  lintAttributes,
  lintTypes,
  lintRelations,
  lintDerivations,
  lintRiskFactors,
  lintThreats,
  lintMitigations,
  lintLeftOut,
  lintLessons,
  lintStyle,
]

/**
 * Every mistake in a pack that its form alone cannot show: dangling references, conditions that cannot mean what they
 * say, threats without proof. One sentence each, naming the entry; empty when the pack is sound.
 */
export function lintPack(pack: Pack): string[] {
  const index = packIndex(pack)
  return rules.flatMap((rule) => rule(index))
}
