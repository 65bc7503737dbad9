import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { loadPage } from '@/app/(app)/models/[modelId]/load-page'
import { packAddress } from '@/components/models/load-pack'
import { ModelLoader } from '@/components/models/model-loader'
import { RoleHere } from '@/components/shell/shell-context'
import { prepareImport } from '@/lib/services/plan-import'

/** One document under all pages of a model: going from tab to tab keeps edits, undo and selection. */
export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ modelId: string }>
  children: ReactNode
}) {
  const { actor, found, isArchived } = await loadPage(decodeURIComponent((await params).modelId))
  // Who could change it elsewhere reads it too: whatever they did here would be refused.
  const role = isArchived ? 'viewer' : found.role
  if (role !== 'viewer') prepareImport()
  preload(packAddress(found.document.catalogue), { as: 'fetch', crossOrigin: 'anonymous' })
  const page = {
    modelId: found.id,
    seq: found.seq,
    model: found.document,
    actor: { id: actor.userId, name: actor.name },
    canEdit: role !== 'viewer',
    now: new Date().toISOString(),
  }
  return (
    <RoleHere role={role}>
      <ModelLoader page={page} isArchived={isArchived}>
        {children}
      </ModelLoader>
    </RoleHere>
  )
}
