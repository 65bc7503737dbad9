import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idOf, loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { TypeEntry } from '@/components/catalogue/type-entry'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ id: string }> }

async function load({ params }: Props) {
  const { catalogue } = await loadCatalogue()
  const id = idOf((await params).id)
  const type = catalogue.componentTypes.get(id) ?? catalogue.flowTypes.get(id)
  if (!type) notFound()
  return { catalogue, type }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: `${(await load(props)).type.label} · Catalogue`,
})

export default async function Page(props: Props) {
  const { catalogue, type } = await load(props)
  return (
    <>
      <CatalogueFrame page={type.label} />
      <PageBody>
        <TypeEntry type={type} catalogue={catalogue} />
      </PageBody>
    </>
  )
}
