import Link from 'next/link'
import type { CatalogueItem } from '@/lib/catalogue/list-entries'

const folders: Record<CatalogueItem['kind'], string> = {
  threat: 'threats',
  mitigation: 'mitigations',
  type: 'types',
}

/** Where an entry's page is. */
export function entryHref(kind: CatalogueItem['kind'], id: string): string {
  return `/catalogue/${folders[kind]}/${encodeURIComponent(id)}`
}

/** A link to an entry. */
export function EntryLink({ kind, id, title }: { kind: CatalogueItem['kind']; id: string; title: string }) {
  return (
    <Link
      href={entryHref(kind, id)}
      className="font-medium text-accent underline-offset-2 [overflow-wrap:anywhere] hover:underline"
    >
      {title}
    </Link>
  )
}
