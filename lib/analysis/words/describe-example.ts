import { relationWords } from '@/lib/analysis/words/describe-evidence'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute, nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Example, ExampleElement } from '@/lib/catalogue/entries'

/** An example in words: "Container with Privileged: yes; the image it is started from: Image with Runs as root: no". */
export function describeExample(example: Example, catalogue: Catalogue): string {
  return elementWords({ type: example.on, facts: example.facts, related: example.related }, catalogue)
}

function elementWords({ type, facts = {}, related = {} }: ExampleElement, catalogue: Catalogue): string {
  const known = Object.entries(facts).map(
    ([id, value]) => `${nameAttribute(id, catalogue)}: ${formatValue(value)}`,
  )
  const others = Object.entries(related).map(
    ([relation, other]) => `${relationWords(relation, catalogue)}: ${elementWords(other, catalogue)}`,
  )
  const parts = [...(known.length > 0 ? [`with ${known.join(', ')}`] : []), ...others]
  const name = nameType(type, catalogue)
  if (parts.length === 0) return `${name} of which nothing is known`
  return known.length > 0 ? `${name} ${parts.join('; ')}` : `${name}; ${parts.join('; ')}`
}
