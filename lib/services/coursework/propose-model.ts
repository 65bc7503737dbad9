import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { maskNames } from '@/lib/coursework/mask-names'
import { matchThreats, threatsOfKey } from '@/lib/coursework/model/match-threats'
import type { ModelProposal } from '@/lib/coursework/views'
import { findAliased } from '@/lib/db/coursework/roster'
import { findCatalogue, latestPackHash } from '@/lib/db/packs'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openWork } from '@/lib/services/coursework/access'
import { loadCorrected } from '@/lib/services/coursework/corrected-work'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ workId: Id })

/** Opens a work with the catalogue for making a model of it; without names where none are shown. */
export async function openForModel(actor: Actor, workId: string) {
  const opened = await openWork(actor, workId, 'review')
  if (!opened.ok) return opened
  const { assignment, role, work } = opened
  const hash = await latestPackHash()
  const [content, catalogue, student] = await Promise.all([
    loadCorrected(workId),
    hash === undefined ? undefined : findCatalogue(hash),
    findAliased(assignment.id, work.alias),
  ])
  if (!catalogue)
    return problem('conflict', 'There is no catalogue on this server yet. Start it with npm start.')
  const isNamed = seesNames(role, assignment)
  const hide = (said: string) => (isNamed || !student ? said : maskNames(said, [student]))
  const text = hide(content.text)
  // Titles of findings are quoted from the text, and may hold a name as well.
  const findings = content.submission.findings.map((one) => ({ ...one, title: hide(one.title) }))
  const label = isNamed ? (student?.name ?? work.alias) : work.alias
  return {
    ok: true,
    assignment,
    label,
    text,
    submission: { ...content.submission, findings },
    catalogue,
  } as const
}

/** What a model of a work would hold: for each threat and finding the entries that it is likely about, best first. */
export async function proposeModel(
  actor: Actor,
  { workId }: z.infer<typeof Input>,
): Promise<Result<ModelProposal>> {
  const opened = await openForModel(actor, workId)
  if (!opened.ok) return opened
  const { text, submission, catalogue, label, assignment } = opened
  const lines = text.split('\n')
  const saidOf = (span: { firstLine: number; lastLine: number }) =>
    lines
      .slice(span.firstLine - 1, span.lastLine)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  const value = {
    workId,
    label,
    name: `${assignment.name}: ${label}`.slice(0, 200),
    threats: submission.threats.map((threat) => ({
      item: threat.item,
      firstLine: threat.firstLine,
      lastLine: threat.lastLine,
      platform: threat.platform,
      categories: threat.categories,
      component: threat.component,
      text: saidOf(threat).slice(0, 400),
      matches: matchThreats({ ...threat, text: saidOf(threat) }, catalogue),
    })),
    findings: submission.findings.map((finding) => ({
      item: finding.item,
      id: finding.id,
      title: finding.title,
      key: finding.key,
      firstLine: finding.firstLine,
      matches: matchesOf(finding.key, catalogue),
    })),
  }
  return { ok: true, value }
}

function matchesOf(key: string | null, catalogue: Catalogue) {
  return key === null ? [] : threatsOfKey(key, catalogue).slice(0, 3)
}
