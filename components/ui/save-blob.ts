/** Saves bytes that the page holds as a file of the browser's. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes up by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
