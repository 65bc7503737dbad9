/** Brings the keyboard to a component on the drawing, or else to the drawing's twin, the list. */
export function focusElement(id: string): void {
  requestAnimationFrame(() => {
    const node = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
    const place = node ?? document.querySelector<HTMLElement>('[role="treegrid"]')
    place?.focus({ preventScroll: true })
  })
}

/** Brings the keyboard to the inspector: to the tab that is open, or to its first control. */
export function focusInspector(): void {
  const inspector = document.querySelector('[aria-label="Inspector"]')
  const tab = inspector?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
  const first = tab ?? inspector?.querySelector<HTMLElement>('button, input, select, [tabindex="0"]')
  first?.focus()
}
