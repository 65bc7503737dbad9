import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { CorrectedSubmission, ThreatItem } from '@/lib/coursework/apply-corrections'
import type { Edit } from '@/lib/model/change'

/** Which entry of the catalogue a threat of the text is; null keeps it as the text's own. */
export type Choice = { item: string; threatId: string | null }

type Making = {
  text: string
  catalogue: Catalogue
  choices: readonly Choice[]
  by: string
  at: string
  newId: () => string
}

/**
 * The edits that make an empty model of what a text says: a component for each that it names, its threats attached, its
 * findings as notes where they belong.
 */
export function modelEdits(submission: CorrectedSubmission, making: Making): Edit[] {
  const { text, catalogue, choices, by, at, newId } = making
  const lines = text.split('\n')
  const components = new Map<string, string>()
  const edits: Edit[] = []
  const componentOf = (type: string): string => {
    const known = components.get(type)
    if (known) return known
    const id = newId()
    components.set(type, id)
    const name = catalogue.componentTypes.get(type)?.label ?? type
    edits.push({ type: 'add-component', component: { id, type, name, zoneIds: [], facts: {}, tags: [] } })
    return id
  }
  const chosen = new Map(choices.map(({ item, threatId }) => [item, threatId]))
  for (const threat of submission.threats) {
    const entry = catalogue.threats.get(chosen.get(threat.item) ?? '')
    const type = typeFor(
      threat,
      catalogue,
      entry?.targets.map((target) => target.type),
    )
    if (type === undefined) continue
    const said = lines
      .slice(threat.firstLine - 1, threat.lastLine)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const elementId = componentOf(type)
    const base = { id: newId(), elementId, by, at }
    const own = {
      title: clip(said, 120),
      description: clip(said, 4000),
      stride: threat.categories.length > 0 ? threat.categories : (['T'] as const).slice(),
      likelihood: 3,
      impact: 3,
      mitigationIds: [],
    }
    edits.push({
      type: 'attach',
      attachment: entry ? { ...base, threatId: entry.id } : { ...base, own },
    })
    // What the text itself says stays with the entry that it was matched with.
    if (entry) edits.push(note(elementId, `${spanOf(threat)}: ${said}`, making))
  }
  for (const finding of submission.findings) {
    const type = finding.framework === 'cis-docker' ? 'docker-daemon' : 'kube-apiserver'
    if (!catalogue.componentTypes.has(type)) continue
    const state =
      finding.fixed === null ? '' : finding.fixed ? ' It is said to pass now.' : ' It is said to fail still.'
    const name = [finding.id, finding.key && `(${finding.key})`, finding.title].filter(Boolean).join(' ')
    edits.push(note(componentOf(type), `Finding ${name}. ${spanOf(finding)}.${state}`, making))
  }
  return edits
}

/** The component that a threat is put on: the one it names, if the entry knows it, else the entry's first. */
function typeFor(threat: ThreatItem, catalogue: Catalogue, targets: readonly string[] | undefined) {
  const known = (targets ?? []).filter((type) => catalogue.componentTypes.has(type))
  const own =
    threat.component !== null && catalogue.componentTypes.has(threat.component) ? threat.component : undefined
  if (targets) return own !== undefined && known.includes(own) ? own : known[0]
  return own ?? (threat.platform === 'kubernetes' ? 'kube-apiserver' : 'docker-daemon')
}

function note(elementId: string, said: string, { by, at, newId }: Making): Edit {
  return { type: 'add-note', note: { id: newId(), elementId, text: clip(said, 9_000), by, at } }
}

function spanOf({ firstLine, lastLine }: { firstLine: number; lastLine: number }): string {
  return firstLine === lastLine ? `Line ${firstLine}` : `Lines ${firstLine} to ${lastLine}`
}

function clip(text: string, most: number): string {
  const flat = text.replace(/\p{Cc}+/gu, ' ')
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat || 'Without words'
}
