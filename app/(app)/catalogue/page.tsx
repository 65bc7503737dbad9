import type { Metadata } from 'next'
import { loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { BrowsePage } from '@/components/catalogue/browse-page'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { PageBody } from '@/components/shell/page-body'
import { frameworkLabels, isFramework } from '@/lib/catalogue/frameworks'
import { listEntries } from '@/lib/catalogue/list-entries'

export const metadata: Metadata = { title: 'Catalogue' }

export default async function Page() {
  const { catalogue } = await loadCatalogue()
  const items = listEntries(catalogue)
  const used = new Set(items.flatMap(({ frameworks }) => frameworks))
  const frameworks = [...used].filter(isFramework).map((id) => ({ id, label: frameworkLabels[id] }))
  const { version, lastChecked } = catalogue.pack.about
  // A dash stands for a platform that no version was checked against.
  const checked = [
    ['Docker', lastChecked.docker],
    ['Kubernetes', lastChecked.kubernetes],
  ].flatMap(([platform, known]) => (known === '-' ? [] : [`${platform} ${known}`]))
  const against = checked.length > 0 ? `, last checked against ${checked.join(' and ')}` : ''
  return (
    <>
      <CatalogueFrame />
      <PageBody>
        <BrowsePage items={items} frameworks={frameworks} about={`Version ${version}${against}.`} />
      </PageBody>
    </>
  )
}
