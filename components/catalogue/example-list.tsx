import { StateBadge } from '@/components/ui/state-badge'
import { describeExample } from '@/lib/analysis/words/describe-example'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Example } from '@/lib/catalogue/entries'

/** Small systems and what the threat says of them; each was run before the catalogue was kept. */
export function ExampleList({ examples, catalogue }: { examples: readonly Example[]; catalogue: Catalogue }) {
  if (examples.length === 0) return <p className="text-ink-muted">It has no examples.</p>
  return (
    <ul className="flex flex-col gap-2">
      {examples.map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: examples have no ids and never move.
        <li key={index} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <span className="w-25 shrink-0">
            <StateBadge state={example.expect} />
          </span>
          <span className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
            {describeExample(example, catalogue)}
          </span>
        </li>
      ))}
    </ul>
  )
}
