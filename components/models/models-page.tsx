'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ChooseFiles } from '@/components/imports/choose-files'
import { DropOverlay } from '@/components/imports/drop-overlay'
import { SampleChoices } from '@/components/imports/sample-choices'
import { useImportAsModel } from '@/components/imports/use-import-as-model'
import type { CreateModel, DeleteModel } from '@/components/models/model-actions'
import { ModelList } from '@/components/models/model-list'
import { NewModelDialog } from '@/components/models/new-model-dialog'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Boxes, FileInput, Plus } from '@/components/ui/icons'
import type { ModelCard, Role } from '@/lib/model/protocol'

type ModelsPageProps = {
  models: readonly ModelCard[]
  now: string
  role: Role
  createModel: CreateModel
  deleteModel: DeleteModel
}

/** Every model of the workspace, and the ways to a new one: by name, by dropping files, from a sample. */
export function ModelsPage({ models, now, role, createModel, deleteModel }: ModelsPageProps) {
  const [isNaming, setNaming] = useState(false)
  const { take, isStarting } = useImportAsModel()
  const canCreate = role === 'owner' || role === 'editor'

  const buttons = canCreate ? (
    <>
      <ChooseFiles label="Import files" onChosen={take} />
      <Button variant="primary" onClick={() => setNaming(true)}>
        <Plus aria-hidden />
        New model
      </Button>
    </>
  ) : null
  return (
    <>
      <TopBar crumbs={[{ label: 'Models' }]} />
      <PageBody className="px-4 py-5 md:px-6" isBusy={isStarting}>
        {models.length > 0 ? (
          <ModelList
            models={models}
            now={now}
            canChange={canCreate}
            deleteModel={deleteModel}
            actions={buttons}
          />
        ) : (
          <div className="mx-auto mt-[6vh] max-w-2xl rounded-lg border border-line-strong border-dashed">
            <EmptyState
              icon={canCreate ? <FileInput aria-hidden /> : <Boxes aria-hidden />}
              title="No models yet"
              actions={buttons}
            >
              {canCreate
                ? 'Drop a compose file or a project folder anywhere on this page. You see a plan of what it becomes before anything is kept.'
                : 'Models that owners and editors of this workspace make are listed here.'}
            </EmptyState>
          </div>
        )}
        {canCreate && models.length === 0 ? (
          <section aria-labelledby="samples-heading" className="mx-auto mt-8 max-w-2xl">
            <h2 id="samples-heading" className="mb-2 font-medium text-sm">
              Or begin with a template
            </h2>
            <SampleChoices onChosen={take} />
          </section>
        ) : null}
        {role === 'owner' ? (
          <p className="mt-6 text-center text-xs">
            <Link href="/models/bin" className="text-ink-muted underline hover:text-ink">
              Deleted models
            </Link>
          </p>
        ) : null}
      </PageBody>
      <DropOverlay label="Drop to make a model" isDisabled={!canCreate} onChosen={take} />
      <NewModelDialog isOpen={isNaming} onOpenChange={setNaming} createModel={createModel} onChosen={take} />
    </>
  )
}
