import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idOf, loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { OwnEntryPage } from '@/components/own-catalogue/own-entry-page'
import { NEW_ENTRY, ownListOf, ownListWords } from '@/components/own-catalogue/own-lists'
import { PageBody } from '@/components/shell/page-body'
import { previewOwnAction, saveOwnEntryAction } from '@/lib/actions/catalogue'

type Props = { params: Promise<{ list: string; id: string }> }

async function load({ params }: Props) {
  const { list: folder, id: segment } = await params
  const list = ownListOf(folder)
  const loaded = await loadCatalogue()
  if (!list || !loaded.canEdit) notFound()
  const id = segment === NEW_ENTRY ? undefined : idOf(segment)
  const entries: readonly { id: string }[] = loaded.own[list]
  if (id !== undefined && !entries.some((entry) => entry.id === id)) notFound()
  return { ...loaded, list, id }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { list, id } = await load(props)
  return { title: `${id ?? `New ${ownListWords[list].one}`} · Own entries` }
}

export default async function Page(props: Props) {
  const { catalogue, own, version, list, id } = await load(props)
  return (
    <>
      <CatalogueFrame page={id ? `Own ${ownListWords[list].one}` : `New ${ownListWords[list].one}`} />
      <PageBody>
        <OwnEntryPage
          list={list}
          id={id}
          own={own}
          hash={catalogue.hash}
          version={version}
          saveOwn={saveOwnEntryAction}
          previewOwn={previewOwnAction}
        />
      </PageBody>
    </>
  )
}
