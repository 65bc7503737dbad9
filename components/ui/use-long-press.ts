import { type TouchEvent, useMemo, useRef } from 'react'

const HOLD = 500
/** Pixels that a resting finger may stray. */
const STRAY = 10

/** What one finger that rests does where the browser itself says nothing of it (Safari). Spread over the element. */
export function useLongPress(onPress: (x: number, y: number) => void) {
  const latest = useRef(onPress)
  latest.current = onPress
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let from = { x: 0, y: 0 }
    const stop = () => clearTimeout(timer)
    return {
      onTouchStart({ touches }: TouchEvent) {
        stop()
        const finger = touches[0]
        if (!finger || touches.length > 1) return
        from = { x: finger.clientX, y: finger.clientY }
        timer = setTimeout(() => latest.current(from.x, from.y), HOLD)
      },
      onTouchMove({ touches }: TouchEvent) {
        const finger = touches[0]
        if (!finger || Math.hypot(finger.clientX - from.x, finger.clientY - from.y) > STRAY) stop()
      },
      onTouchEnd: stop,
      onTouchCancel: stop,
    }
  }, [])
}
