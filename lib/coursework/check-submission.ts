import type { Check, CheckResult, Criterion } from '@/lib/coursework/criterion'
import { linkFindings } from '@/lib/coursework/link-findings'
import type { Submission, SubmittedFinding } from '@/lib/importers/submission/submission'

/** Runs a rubric's automatic checks on a submission. `text` is the text it was read from. */
export function checkSubmission(
  text: string,
  submission: Submission,
  rubric: readonly Criterion[],
): CheckResult[] {
  return rubric.map(({ id, check }) => {
    const { result, lines } = runCheck(check, text, submission)
    return { criterion: id, result, evidence: [...new Set(lines)].map((line) => ({ line })) }
  })
}

type Answer = { result: boolean | null; lines: number[] }

function runCheck(check: Check, text: string, submission: Submission): Answer {
  const of = (platform: string) => submission.threats.filter((threat) => threat.platform === platform)
  const docker = submission.findings.filter(({ framework }) => framework === 'cis-docker')
  switch (check.kind) {
    case 'threats': {
      const threats = of(check.platform)
      return { result: threats.length >= check.atLeast, lines: threats.map(({ firstLine }) => firstLine) }
    }
    case 'surfaces': {
      const threats = of(check.platform)
      const known = new Map(threats.flatMap((one) => (one.component ? [[one.component, one.firstLine]] : [])))
      const lines = [...known.values()].sort((a, b) => a - b)
      if (known.size >= check.atLeast) return { result: true, lines }
      // Two threats of one component may still be two surfaces: a person has to look.
      return { result: threats.length >= check.atLeast ? null : false, lines }
    }
    case 'groups': {
      const threats = of(check.platform)
      const hits = Object.values(check.groups).map((types) =>
        threats.find(({ component }) => component !== null && types.includes(component)),
      )
      const lines = hits.flatMap((hit) => (hit ? [hit.firstLine] : []))
      return { result: hits.every(Boolean) ? true : threats.length === 0 ? false : null, lines }
    }
    case 'categories': {
      const without = submission.threats.filter(({ categories }) => categories.length === 0)
      const lines = (without.length > 0 ? without : submission.threats).map(({ firstLine }) => firstLine)
      return { result: submission.threats.length > 0 && without.length === 0, lines }
    }
    case 'findings': {
      const distinct = new Map(docker.map((one) => [nameOf(one), one.firstLine]))
      return { result: distinct.size >= check.atLeast, lines: [...distinct.values()] }
    }
    case 'outside-ids': {
      const outside = docker.filter(({ id }) => id !== null && !check.ids.includes(id))
      return { result: outside.length > 0, lines: outside.map(({ firstLine }) => firstLine) }
    }
    case 'outside-keys': {
      const outside = docker.filter(({ key }) => key !== null && !check.keys.includes(key))
      const unknown = docker.some(({ key }) => key === null)
      return {
        result: outside.length > 0 ? true : unknown ? null : false,
        lines: outside.map(({ firstLine }) => firstLine),
      }
    }
    case 'linked': {
      const links = linkFindings(text, submission).filter(({ threat }) => threat?.platform === check.platform)
      const lines = links.map(({ finding }) => finding.firstLine)
      if (docker.length < check.atLeast) return { result: false, lines }
      return { result: links.length >= check.atLeast ? true : null, lines }
    }
    case 'fixed': {
      const fixed = docker.filter((one) => one.fixed === true)
      const open = docker.filter((one) => one.fixed === false)
      const lines = [...fixed, ...open].map(({ firstLine }) => firstLine)
      if (fixed.length >= check.atLeast) return { result: true, lines }
      return { result: docker.length < check.atLeast || open.length > 0 ? false : null, lines }
    }
  }
}

function nameOf({ id, key, title }: SubmittedFinding): string {
  return id ?? key ?? title
}
