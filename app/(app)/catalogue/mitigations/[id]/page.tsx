import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idOf, loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { MitigationEntry } from '@/components/catalogue/mitigation-entry'
import { PageBody } from '@/components/shell/page-body'

type Props = { params: Promise<{ id: string }> }

async function load({ params }: Props) {
  const { catalogue } = await loadCatalogue()
  const mitigation = catalogue.mitigations.get(idOf((await params).id))
  if (!mitigation) notFound()
  return { catalogue, mitigation }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: `${(await load(props)).mitigation.title} · Catalogue`,
})

export default async function Page(props: Props) {
  const { catalogue, mitigation } = await load(props)
  return (
    <>
      <CatalogueFrame page={mitigation.title} />
      <PageBody>
        <MitigationEntry mitigation={mitigation} catalogue={catalogue} />
      </PageBody>
    </>
  )
}
