import type { Metadata } from 'next'
import { requireActor } from '@/app/current-actor'
import { ModelsPage } from '@/components/models/models-page'
import { createModelAction, deleteModelAction } from '@/lib/actions/models'
import { listModels } from '@/lib/services/list-models'
import { prepareImport } from '@/lib/services/plan-import'

export const metadata: Metadata = { title: 'Models' }

export default async function Page() {
  const actor = await requireActor()
  prepareImport()
  const result = await listModels(actor)
  if (!result.ok) throw new Error(result.sentence)
  return (
    <ModelsPage
      models={result.value}
      now={new Date().toISOString()}
      role={actor.role}
      createModel={createModelAction}
      deleteModel={deleteModelAction}
    />
  )
}
