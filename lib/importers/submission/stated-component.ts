import { componentOf } from '@/lib/importers/submission/component-words'
import type { CueLine } from '@/lib/importers/submission/cues'
import { fieldOf } from '@/lib/importers/submission/fields'
import type { ThreatPlatform } from '@/lib/importers/submission/submission'

/**
 * The component that an item names as such: in a field or a table's column, in front of a colon or dash, as its short
 * first line, or as the heading right above it. Null when the item only mentions components in what it says.
 */
export function statedComponent(
  cues: readonly CueLine[],
  item: { from: number; to: number },
  /** What the label of its category leaves of its first line. */
  title: string,
  platform: ThreatPlatform,
): string | null {
  const own = cues.slice(item.from, item.to + 1).filter(({ line }) => !line.isBlank && !line.isCode)
  const candidates = [
    ...own.flatMap(({ line, field }) => {
      const cell = line.cells?.find(({ head }) => fieldOf(`${head}:`)?.kind === 'component')
      return cell ? [cell.text] : field?.kind === 'component' ? [field.rest] : []
    }),
    nameBefore(title),
    ...own.slice(0, 1).map(({ line }) => line.body),
    headAbove(cues, item.from),
  ]
  for (const text of candidates) {
    const name = text.trim()
    if (name === '' || name.split(/\s+/).length > 4 || /[.!?;]/.test(name.replace(/[.:]$/, ''))) continue
    const found = componentOf(name, '', platform)
    if (found !== null && found !== 'k8s-cluster') return found
  }
  return null
}

/** "Docker daemon: the socket ..." and "API server - ...". */
function nameBefore(title: string): string {
  return title.match(/^([^:–—.]{2,40}?)\s*(?::|–|—|\s-{1,2}\s)/)?.[1] ?? ''
}

/** The heading or the short title of a list that stands right above an item. */
function headAbove(cues: readonly CueLine[], from: number): string {
  let at = from - 1
  while (at >= 0 && (cues[at]?.line.isBlank || cues[at]?.line.isRule)) at--
  const above = cues[at]
  if (!above || above.label || above.field || above.line.isCode) return ''
  const isHead = above.line.heading > 0 || above.line.marker !== '' || /:$/.test(above.line.body)
  return isHead ? above.line.body.replace(/:$/, '') : ''
}
