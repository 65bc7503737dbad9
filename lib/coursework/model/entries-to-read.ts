import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { CorrectedSubmission } from '@/lib/coursework/apply-corrections'
import type { CatalogueEntry } from '@/lib/coursework/feedback'
import { matchThreats, threatsOfKey } from '@/lib/coursework/model/match-threats'

const MOST = 16

/**
 * The entries of the catalogue that a work is about: for each failed check the one that it reports, for each threat the
 * likeliest one. In the order of the text; an entry that several lines lead to stands once.
 */
export function entriesToRead(
  { threats, findings }: Pick<CorrectedSubmission, 'threats' | 'findings'>,
  text: string,
  catalogue: Catalogue,
): CatalogueEntry[] {
  const lines = text.split('\n')
  const said = (first: number, last: number) => lines.slice(first - 1, last).join(' ')
  const found = [
    ...threats.map((threat) => ({
      line: threat.firstLine,
      match: matchThreats({ ...threat, text: said(threat.firstLine, threat.lastLine) }, catalogue, 1)[0],
    })),
    ...findings.map(({ key, firstLine }) => ({
      line: firstLine,
      match: key === null ? undefined : threatsOfKey(key, catalogue)[0],
    })),
  ].sort((a, b) => a.line - b.line)
  const entries = new Map<string, CatalogueEntry>()
  for (const { line, match } of found) {
    if (!match || match.score <= 0) continue
    const entry = entries.get(match.threatId)
    if (entry) entry.lines.push(line)
    else entries.set(match.threatId, { threatId: match.threatId, title: match.title, lines: [line] })
  }
  return [...entries.values()].slice(0, MOST)
}
