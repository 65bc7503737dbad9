'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { ChooseFiles } from '@/components/imports/choose-files'
import { type Chosen, DropOverlay } from '@/components/imports/drop-overlay'
import { startImport, useImport } from '@/components/imports/import-store'
import { useCanDescribe } from '@/components/shell/shell-context'
import { useModel } from '@/lib/client/model-provider'

// Loaded with the first import.
const ImportSheet = dynamic(
  () => import('@/components/imports/import-sheet').then((each) => each.ImportSheet),
  { loading: () => null },
)

/** Import on a model's page: by dragging over the window, or by the button. */
export function ImportIntoModel() {
  // The findings page takes what is dropped on it as scans.
  const isForScans = usePathname()?.endsWith('/findings') ?? false
  const modelId = useModel((state) => state.modelId)
  const name = useModel((state) => state.model.meta.name)
  const canDescribe = useCanDescribe()
  const take = async (chosen: Promise<Chosen>) => startImport(modelId, await chosen)
  const isUnderWay = useImport(({ current }) => current.step !== 'idle')
  if (!canDescribe) return null
  return (
    <>
      <ChooseFiles label="Import" isShort size="sm" onChosen={take} />
      <DropOverlay isDisabled={isForScans} label={`Drop to import into ${name}`} onChosen={take} />
      {isUnderWay ? <ImportSheet /> : null}
    </>
  )
}
