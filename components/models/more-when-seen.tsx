'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

/** Asks for more when its place comes into sight; a button for those who do not scroll. */
export function MoreWhenSeen({ left, onMore }: { left: number; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  more.current = onMore
  useEffect(() => {
    const element = place.current
    if (!element || left <= 0) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [left])
  if (left <= 0) return null
  return (
    <div ref={place} className="mt-4 flex justify-center">
      <Button onClick={onMore}>Show {left} more</Button>
    </div>
  )
}
