import { arePartsAwaited } from '@/components/ui/lazy-parts'

/** True while a dialog or menu has the keys, or was asked for and is about to have them. */
export function isOverlayOpen(): boolean {
  return (
    arePartsAwaited() ||
    document.querySelector('[role="menu"], [role="dialog"], [role="alertdialog"]') !== null
  )
}
