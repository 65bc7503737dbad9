/** True while a dialog or menu has the keys. A toast is a dialog by role and stands in a region; it takes no keys. */
export function isOverlayOpen(): boolean {
  return (
    document.querySelector(
      '[role="menu"], [role="dialog"]:not([role="region"] *), [role="alertdialog"]:not([role="region"] *)',
    ) !== null
  )
}
