import { TopBar } from '@/components/shell/top-bar'
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs'

const tabs: readonly LinkTab[] = [
  {
    href: '/catalogue',
    label: 'Entries',
    isExact: true,
    also: ['/catalogue/threats/', '/catalogue/mitigations/', '/catalogue/types/'],
  },
  { href: '/catalogue/controls', label: 'Controls' },
  { href: '/catalogue/own', label: 'Own entries' },
  { href: '/catalogue/updates', label: 'Updates' },
]

/** What every page of the catalogue has: where I am, and its parts. */
export function CatalogueFrame({ page }: { page?: string }) {
  return (
    <>
      <TopBar
        crumbs={
          page ? [{ label: 'Catalogue', href: '/catalogue' }, { label: page }] : [{ label: 'Catalogue' }]
        }
      />
      <div className="flex h-10 shrink-0 items-stretch border-line border-b bg-surface px-2 md:px-3 print:hidden">
        <LinkTabs label="Parts of the catalogue" tabs={tabs} />
      </div>
    </>
  )
}
