/** A path of ours to go to, from an address that anybody may have written; the models when it leads elsewhere. */
export function safePath(next: unknown): string {
  const isOurs = typeof next === 'string' && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)
  return isOurs ? next : '/models'
}
