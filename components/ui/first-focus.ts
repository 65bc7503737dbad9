import { useCallback, useRef } from 'react'

/**
 * Where the focus goes when something opens: into its first field, or else onto the panel itself, so that reading starts
 * at its beginning and not at the cross that closes it. Give both to the panel.
 */
export function useFirstFocus() {
  const ref = useRef<HTMLDivElement>(null)
  const initialFocus = useCallback(() => {
    const field = ref.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')
    return field ?? ref.current
  }, [])
  return { ref, initialFocus }
}
