'use client'

import { create } from 'zustand'

const useAnnouncement = create<{ text: string; turn: number }>(() => ({ text: '', turn: 0 }))

/** Says a sentence to screen readers only: "Moved web to frontend." Callable from anywhere in the browser. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }))
}

/** Once, around the app. Two regions in turn, so that the same sentence twice is read twice. */
export function LiveRegion() {
  const { text, turn } = useAnnouncement()
  return (
    <div className="sr-only">
      <div role="status">{turn % 2 === 0 ? text : ''}</div>
      <div role="status">{turn % 2 === 1 ? text : ''}</div>
    </div>
  )
}
