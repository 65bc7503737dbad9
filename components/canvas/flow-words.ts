import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Flow } from '@/lib/model/elements'
import { leadingFact } from '@/lib/model/leading-fact'
import { entryOf } from '@/lib/model/records'

function factValue(flow: Flow, attribute: string) {
  return leadingFact(entryOf(flow.facts, attribute))?.value ?? null
}

/** What stands at a flow on the drawing: its own name, else protocol and port where known, else nothing. */
export function flowLabel(flow: Flow): string {
  const technical = [factValue(flow, 'speaks') ?? factValue(flow, 'protocol'), factValue(flow, 'port')]
    .flat()
    .filter((part) => part !== null && part !== '')
    .join(' ')
  return flow.name ?? technical
}

/** What a flow does, for when it is looked at: "calls". */
export function flowVerb(flow: Flow, catalogue: Catalogue): string {
  return catalogue.flowTypes.get(flow.type)?.verb ?? flow.type
}

/** Whether the flow is encrypted; undefined when nobody knows. */
export function isEncrypted(flow: Flow): boolean | undefined {
  const value = factValue(flow, 'encrypted')
  return typeof value === 'boolean' ? value : undefined
}
