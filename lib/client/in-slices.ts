/** As long as this the page does nothing else, in milliseconds: nobody notices a frame or two. */
const SLICE = 24

/**
 * Does long work in slices, between which the page draws and answers. Gives a function that calls the rest off.
 * @param work goes on where it stopped until the time is up; true when nothing is left.
 */
export function inSlices(work: (isTimeUp: () => boolean) => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const slice = () => {
    const end = performance.now() + SLICE
    if (!work(() => performance.now() >= end)) timer = setTimeout(slice)
  }
  slice()
  return () => clearTimeout(timer)
}
