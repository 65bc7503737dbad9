/** What a keyboard event says, apart from the browser. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const names: Readonly<Record<string, string>> = { esc: 'escape', '−': '-', '⌫': 'backspace', space: ' ' }

/** True when these are the keys: ["Mod", "Shift", "Z"]. "Mod" is Command on Apple's machines and Ctrl elsewhere. */
export function isPressed(event: Pressed, keys: readonly string[]): boolean {
  const wanted = keys.map((key) => key.toLowerCase())
  const last = wanted.at(-1) ?? ''
  const key = names[last] ?? last
  if (event.key.toLowerCase() !== key) return false
  // "?" and "+" need Shift on some keyboards and not on others.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  return (
    (event.ctrlKey || event.metaKey) === wanted.includes('mod') &&
    event.altKey === wanted.includes('alt') &&
    (isSign || event.shiftKey === wanted.includes('shift'))
  )
}
