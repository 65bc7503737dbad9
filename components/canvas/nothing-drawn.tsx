'use client'

import { ChooseFiles } from '@/components/imports/choose-files'
import { startImport } from '@/components/imports/import-store'
import { EmptyState } from '@/components/ui/empty-state'
import { Waypoints } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'

/** A model with nothing in it, and how something gets into it. */
export function NothingDrawn() {
  const canEdit = useModel((state) => state.canEdit)
  const modelId = useModel((state) => state.modelId)
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center [&_button]:pointer-events-auto [&_label]:pointer-events-auto">
      <EmptyState
        icon={<Waypoints aria-hidden />}
        title="Nothing is drawn yet"
        actions={
          canEdit ? (
            <ChooseFiles
              label="Import files"
              variant="primary"
              onChosen={async (chosen) => startImport(modelId, await chosen)}
            />
          ) : undefined
        }
      >
        {canEdit ? (
          <>
            <span className="max-lg:hidden">
              Take a component from the palette at the left, or drop a Compose file or a whole folder anywhere
              on this page.{' '}
            </span>
            <span className="lg:hidden">Begin with a Compose file, manifests or a whole folder. </span>
            You see a plan before a file changes anything.
          </>
        ) : (
          'You can read this model. An editor can import into it.'
        )}
      </EmptyState>
    </div>
  )
}
