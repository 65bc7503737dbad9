import { isAbsolute } from '@/lib/importers/compose/paths'

/** A mount in a service. Without a source it is an anonymous volume. */
export type Mount = {
  type: string
  source?: string
  target: string
  readOnly: boolean | undefined
  propagation?: string
}

/** Reads `[SOURCE:]TARGET[:OPTIONS]`, variables replaced already. Windows drive letters are no separators. */
export function parseVolume(text: string): Mount | undefined {
  const parts = splitColons(text.trim())
  if (parts.length === 0 || parts.some((part) => part === '') || parts.length > 3) return undefined
  const [first = '', second, third = ''] = parts
  if (second === undefined) return { type: 'volume', target: first, readOnly: false }
  const options = third.split(',')
  const isBind =
    /^(\.|\$\{\w+\}$)/.test(first) || (isAbsolute(first) && !first.startsWith('$')) || /[\\/]/.test(first)
  const propagation = options.find((option) => /^r?(shared|slave|private)$/.test(option))
  return {
    type:
      first.startsWith('\\\\.\\pipe') || first.startsWith('//./pipe') ? 'npipe' : isBind ? 'bind' : 'volume',
    source: first,
    target: second,
    readOnly: third.includes('${') ? undefined : options.includes('ro') || options.includes('readonly'),
    ...(propagation && { propagation: propagation.replace(/^r/, '') }),
  }
}

function splitColons(text: string): string[] {
  const parts: string[] = []
  let current = ''
  for (let at = 0; at < text.length; at++) {
    const isDrive = text[at] === ':' && /^[A-Za-z]$/.test(current) && isDrivePath(text.slice(at + 1))
    if (text[at] === ':' && !isDrive) {
      parts.push(current)
      current = ''
    } else current += text[at]
  }
  return text === '' ? [] : [...parts, current]
}

// `C:\x` is a path; `v:/data` is the volume v, but `C:/x:/data` again is a path, because a target follows.
function isDrivePath(rest: string): boolean {
  return rest.startsWith('\\') || (rest.startsWith('/') && /:(?:[\\/]|[A-Za-z]:)/.test(rest))
}
