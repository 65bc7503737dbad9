import { create } from 'zustand'
import type { Guide } from '@/components/canvas/guides'

/** What stands in the way of everything else, about these elements. */
export type CanvasDialog =
  | { kind: 'connect'; from: string }
  | { kind: 'move-into'; ids: readonly string[] }
  | { kind: 'boundaries'; ids: readonly string[] }
  | { kind: 'data-assets' }
  | { kind: 'new-view'; ids: readonly string[] }
  | { kind: 'rename-view' }
  | { kind: 'add-to-view' }

export type DropTarget = { id: string; problem: string | undefined }

type CanvasUi = {
  /** The element whose name is being typed on the drawing or in the list. */
  renamingId: string | undefined
  dialog: CanvasDialog | undefined
  /** The component under the pointer. */
  hoveredId: string | undefined
  /** What would hold what is dragged, and why not. */
  dropTarget: DropTarget | undefined
  /** Cards are being dragged: handles are out of the way. */
  isDragging: boolean
  /** What is dragged is in line with something. */
  guides: readonly Guide[]
  /** The component type that is dragged out of the palette. */
  draggedType: string | undefined
}

const atRest: CanvasUi = {
  renamingId: undefined,
  dialog: undefined,
  hoveredId: undefined,
  dropTarget: undefined,
  isDragging: false,
  guides: [],
  draggedType: undefined,
}

/** What goes on on the canvas besides the document: nothing here is kept. */
export const useCanvasUi = create<CanvasUi>(() => atRest)

export function openCanvasDialog(dialog: CanvasDialog | undefined): void {
  useCanvasUi.setState({ dialog })
}

/** Starts typing a name in place, or ends it. */
export function renameInPlace(renamingId: string | undefined): void {
  useCanvasUi.setState({ renamingId })
}

/** Says where a drag would end; tells nobody when that stays the same. */
export function setDropTarget(dropTarget: DropTarget | undefined): void {
  const { dropTarget: present } = useCanvasUi.getState()
  if (present?.id === dropTarget?.id && present?.problem === dropTarget?.problem) return
  useCanvasUi.setState({ dropTarget })
}

/** Forgets all of it, when the page is left. */
export function resetCanvasUi(): void {
  useCanvasUi.setState(atRest)
}

/** Long enough for the pointer to get from a card to a handle beside it. */
const LINGER = 250
let leaving: ReturnType<typeof setTimeout> | undefined

/** Notes what the pointer is over; what it left stays hovered a moment longer. */
export function hover(id: string | undefined): void {
  clearTimeout(leaving)
  if (id !== undefined) useCanvasUi.setState({ hoveredId: id })
  else leaving = setTimeout(() => useCanvasUi.setState({ hoveredId: undefined }), LINGER)
}
