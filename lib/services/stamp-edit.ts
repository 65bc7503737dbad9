import type { Edit } from '@/lib/model/change'
import type { Fact, Facts } from '@/lib/model/fact'

/** Who and when, as the server knows it. */
export type Stamp = { by: string; at: string }

/**
 * Puts the server's own "who" and "when" on whatever the edit writes that carries them: decisions, attachments,
 * mitigation states, notes, and facts that a person states. What the caller claims is overwritten.
 */
export function stampEdit(edit: Edit, stamp: Stamp): Edit {
  switch (edit.type) {
    case 'decide':
      return edit.value ? { ...edit, value: { ...edit.value, ...stamp } } : edit
    case 'set-mitigation':
      return edit.value ? { ...edit, value: { ...edit.value, ...stamp } } : edit
    case 'attach':
      return { ...edit, attachment: { ...edit.attachment, ...stamp } }
    case 'add-note':
      return { ...edit, note: { ...edit.note, ...stamp } }
    case 'set-fact':
      return edit.value ? { ...edit, value: stampFact(edit.value, stamp) } : edit
    case 'add-component':
      return { ...edit, component: { ...edit.component, facts: stampFacts(edit.component.facts, stamp) } }
    case 'add-flow':
      return { ...edit, flow: { ...edit.flow, facts: stampFacts(edit.flow.facts, stamp) } }
    default:
      return edit
  }
}

function stampFacts(facts: Facts, stamp: Stamp): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([attribute, list]) => [attribute, list.map((fact) => stampFact(fact, stamp))]),
  )
}

function stampFact(fact: Fact, { by, at }: Stamp): Fact {
  return fact.origin === 'person' ? { ...fact, source: { who: by, when: at } } : fact
}
