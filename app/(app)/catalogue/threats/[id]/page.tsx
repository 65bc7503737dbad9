import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idOf, loadCatalogue } from '@/app/(app)/catalogue/load-catalogue'
import { CatalogueFrame } from '@/components/catalogue/catalogue-frame'
import { StandingTable } from '@/components/catalogue/standing-table'
import { ThreatEntry } from '@/components/catalogue/threat-entry'
import { PageBody } from '@/components/shell/page-body'
import { countStanding } from '@/lib/services/count-standing'

type Props = { params: Promise<{ id: string }> }

async function load({ params }: Props) {
  const { actor, catalogue } = await loadCatalogue()
  const threat = catalogue.threats.get(idOf((await params).id))
  if (!threat) notFound()
  return { actor, catalogue, threat }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: `${(await load(props)).threat.title} · Catalogue`,
})

export default async function Page(props: Props) {
  const { actor, catalogue, threat } = await load(props)
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
        <ThreatEntry threat={threat} catalogue={catalogue}>
          <StandingTable models={models} total={standing.value.length} query={threat.id} />
        </ThreatEntry>
      </PageBody>
    </>
  )
}
