import type { ThreatModel } from '@/lib/model/threat-model'

/** The view that every model has from the start. */
export const MAIN_VIEW_ID = 'main'

/** A model with nothing in it but the main view. */
export function emptyModel(name: string, catalogue: string): ThreatModel {
  return {
    meta: { name, assumptions: [] },
    catalogue,
    components: {},
    flows: {},
    dataAssets: {},
    views: { [MAIN_VIEW_ID]: { id: MAIN_VIEW_ID, name: 'Main view', placements: {} } },
    decisions: {},
    attached: {},
    mitigationStates: {},
    notes: {},
  }
}
