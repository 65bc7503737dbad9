import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idOf, loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { StandingTable } from '@/components/catalogue/standing-table'
import { ThreatEntry } from '@/components/catalogue/threat-entry'
import { ownHref } from '@/components/own-catalogue/own-lists'
import { SwitchOff } from '@/components/own-catalogue/switch-off'
import { PageBody } from '@/components/shell/page-body'
import { ButtonLink } from '@/components/ui/button-link'
import { saveOwnEntryAction } from '@/lib/actions/catalogue'
import { countStanding } from '@/lib/services/count-standing'

type Props = { params: Promise<{ id: string }> }

async function load({ params }: Props) {
  const { actor, catalogue, own, version, canEdit } = await loadCatalogue()
  const threat = catalogue.threats.get(idOf((await params).id))
  if (!threat) notFound()
  const isOwn = own.threats.some(({ id }) => id === threat.id)
  return { actor, catalogue, threat, version, canEdit, isOwn }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: `${(await load(props)).threat.title} · Catalogue`,
})

export default async function Page(props: Props) {
  const { actor, catalogue, threat, version, canEdit, isOwn } = await load(props)
  const standing = await countStanding(actor)
  if (!standing.ok) throw new Error(standing.sentence)
  const models = standing.value.flatMap(({ id, name, byThreat }) => {
    const counts = byThreat.get(threat.id)
    return counts ? [{ id, name, counts }] : []
  })
  return (
    <>
      <CatalogueFrame page={threat.title} />
      <PageBody>
        <ThreatEntry
          threat={threat}
          catalogue={catalogue}
          actions={
            canEdit && isOwn ? (
              <ButtonLink href={ownHref('threats', threat.id)} size="sm">
                Edit
              </ButtonLink>
            ) : canEdit ? (
              <SwitchOff id={threat.id} title={threat.title} version={version} saveOwn={saveOwnEntryAction} />
            ) : null
          }
        >
          <StandingTable models={models} total={standing.value.length} query={threat.id} />
        </ThreatEntry>
      </PageBody>
    </>
  )
}
