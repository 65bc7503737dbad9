import Link from 'next/link'
import { entryHref } from '@/components/catalogue/entry-links'
import { Badge } from '@/components/ui/badge'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StrideLetters } from '@/components/ui/stride'
import type { CatalogueItem } from '@/lib/catalogue/list-entries'

const kindWords: Record<CatalogueItem['kind'], string> = {
  threat: 'Threat',
  mitigation: 'Mitigation',
  type: 'Type',
}

/** One entry of the list: what it is, its title, the beginning of its text. */
export function BrowseLine({ item }: { item: CatalogueItem }) {
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        href={entryHref(item.kind, item.id)}
        className="flex flex-col gap-0.5 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{item.title}</span>
          <span className="ml-auto flex items-center gap-2">
            {item.kind === 'threat' ? <StrideLetters letters={item.letters} /> : null}
            {item.severity ? (
              <SeverityBadge severity={item.severity} look="plain" />
            ) : (
              <Badge>{kindWords[item.kind]}</Badge>
            )}
          </span>
        </span>
        <span className="flex gap-2 text-ink-muted text-xs">
          <span className="shrink-0 font-mono">{item.id}</span>
          <span className="min-w-0 truncate">{item.text}</span>
        </span>
      </Link>
    </li>
  )
}
