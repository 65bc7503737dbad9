import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ThreatModel } from '@/lib/model/threat-model'

const names = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information Disclosure',
  D: 'Denial of Service',
  E: 'Elevation of Privilege',
} as const

const MOST = 40

/**
 * A model as a text to hand in: what its maker attached or decided, then what was raised, by platform. A threat stands
 * once, with its first component.
 */
export function writeModelText(
  model: ThreatModel,
  rows: readonly ThreatRow[],
  catalogue: Pick<Catalogue, 'componentTypes'>,
): string {
  const own = (row: ThreatRow) => (row.state === 'attached' || model.decisions[row.key] ? 0 : 1)
  const seen = new Set<string>()
  const chosen = [...rows]
    .filter(({ state }) => state === 'attached' || state === 'raised')
    .sort((a, b) => own(a) - own(b))
    .filter(({ threatId, attachmentId }) => {
      const key = attachmentId ?? threatId
      return seen.has(key) ? false : seen.add(key) && true
    })
  const part = (title: string, platform: 'docker' | 'kubernetes') => {
    const inPart = chosen.filter((row) => platformOf(model, row, catalogue) === platform).slice(0, MOST)
    return [
      `# ${title}`,
      '',
      ...inPart.flatMap((row, at) => {
        const element = model.components[row.elementId]
        const category = row.stride.map((letter) => names[letter]).join(', ')
        const reason = model.decisions[row.key]?.reason
        return [
          `${at + 1}. ${category}: ${flat(row.title)}${element ? ` (${flat(element.name)}, ${element.type})` : ''}. ${flat(row.description)}`,
          ...(reason ? [`   Mitigation: ${flat(reason)}`] : []),
          '',
        ]
      }),
    ]
  }
  return [...part('Docker threats', 'docker'), ...part('Kubernetes threats', 'kubernetes')].join('\n')
}

function platformOf(
  model: ThreatModel,
  row: ThreatRow,
  { componentTypes }: Pick<Catalogue, 'componentTypes'>,
) {
  const type = model.components[row.elementId]?.type
  const platform = type === undefined ? undefined : componentTypes.get(type)?.platform
  return platform === 'kubernetes' ? 'kubernetes' : 'docker'
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
