/** Longest that something waits for the drawing, in milliseconds. */
const PATIENCE = 1000

/** Does it once what is on its way to the screen is there. Gives a function that calls it off. */
export function afterDrawing(work: () => void): () => void {
  let isOff = false
  const once = () => {
    if (isOff) return
    isOff = true
    work()
  }
  // A page that nobody looks at draws nothing, and is not waited for.
  const timer = setTimeout(once, PATIENCE)
  // The next frame asks for the drawing; what is asked for in it comes before the browser is idle.
  const frame = requestAnimationFrame(() => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(once)
    else setTimeout(once, 50)
  })
  return () => {
    isOff = true
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
}
