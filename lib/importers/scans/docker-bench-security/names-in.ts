/** Names of containers and images that the remarks on a check of images or containers end with. */
export function namesIn(id: string, remarks: readonly string[]): string[] {
  if (!/^[45]\./.test(id)) return []
  const names = remarks.flatMap((remark) => {
    const after = /^[^:]{3,}?:\s+(\S.*)$/.exec(remark)?.[1]
    const listed = /\[[^\]]+\]/.test(after ?? '')
      ? [...(after ?? '').matchAll(/\[([^\]]+)\]/g)].map((one) => one[1] ?? '')
      : undefined
    return listed ?? (after ?? '').split(/[\s,]+/)
  })
  return [...new Set(names.filter((name) => /^[\w./:@-]{2,200}$/.test(name)))].slice(0, 200)
}
