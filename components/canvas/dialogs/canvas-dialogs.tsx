'use client'

import dynamic from 'next/dynamic'

import { useCanvasUi } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { useLoadEarly } from '@/components/ui/use-load-early'

// Each is loaded when it is asked for, or when there is nothing else to do.
const BoundariesDialog = dynamic(
  () => import('@/components/canvas/dialogs/boundaries-dialog').then((each) => each.BoundariesDialog),
  { loading: () => null },
)
const ConnectDialog = dynamic(
  () => import('@/components/canvas/dialogs/connect-dialog').then((each) => each.ConnectDialog),
  { loading: () => null },
)
const DataAssetsSheet = dynamic(
  () => import('@/components/canvas/dialogs/data-assets-sheet').then((each) => each.DataAssetsSheet),
  { loading: () => null },
)
const MoveIntoDialog = dynamic(
  () => import('@/components/canvas/dialogs/move-into-dialog').then((each) => each.MoveIntoDialog),
  { loading: () => null },
)
const NewViewDialog = dynamic(
  () => import('@/components/canvas/dialogs/view-dialogs').then((each) => each.NewViewDialog),
  { loading: () => null },
)
const RenameViewDialog = dynamic(
  () => import('@/components/canvas/dialogs/view-dialogs').then((each) => each.RenameViewDialog),
  { loading: () => null },
)
const AddToViewDialog = dynamic(
  () => import('@/components/canvas/dialogs/view-dialogs').then((each) => each.AddToViewDialog),
  { loading: () => null },
)

const early = [
  () => import('@/components/canvas/dialogs/boundaries-dialog'),
  () => import('@/components/canvas/dialogs/connect-dialog'),
  () => import('@/components/canvas/dialogs/data-assets-sheet'),
  () => import('@/components/canvas/dialogs/move-into-dialog'),
  () => import('@/components/canvas/dialogs/view-dialogs'),
  () => import('@/components/canvas/edits/copied'),
]

type CanvasDialogsProps = { actions: CanvasActions; viewId: string; onView: (viewId: string) => void }

/** The dialog that a command opened. */
export function CanvasDialogs({ actions, viewId, onView }: CanvasDialogsProps) {
  useLoadEarly(early)
  const dialog = useCanvasUi((state) => state.dialog)
  switch (dialog?.kind) {
    case 'connect':
      return <ConnectDialog from={dialog.from} actions={actions} />
    case 'move-into':
      return <MoveIntoDialog ids={dialog.ids} actions={actions} />
    case 'boundaries':
      return <BoundariesDialog ids={dialog.ids} />
    case 'data-assets':
      return <DataAssetsSheet />
    case 'new-view':
      return <NewViewDialog viewId={viewId} ids={dialog.ids} onView={onView} />
    case 'rename-view':
      return <RenameViewDialog viewId={viewId} />
    case 'add-to-view':
      return <AddToViewDialog viewId={viewId} />
    default:
      return null
  }
}
