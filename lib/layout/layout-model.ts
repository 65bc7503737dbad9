import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Placements } from '@/lib/layout/layout-graph'
import { layoutGraphOf } from '@/lib/layout/layout-graph'
import { layoutNested } from '@/lib/layout/layout-nested'
import { placeInto } from '@/lib/layout/place-into'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A placement for every component of the model, made from nothing. Takes a second at 2,000 components: use a worker. */
export function layoutModel(model: ThreatModel, catalogue: Catalogue): Placements {
  return layoutNested(layoutGraphOf(model, catalogue))
}

/** A placement for every component: the existing ones as they are, the others in free space. */
export function placeNew(
  model: ThreatModel,
  catalogue: Catalogue,
  existing: Readonly<Placements>,
): Placements {
  return placeInto(layoutGraphOf(model, catalogue), existing)
}
