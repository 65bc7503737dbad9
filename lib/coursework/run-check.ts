import type { Answer, Check, HandedIn } from '@/lib/coursework/criterion'
import { linkFindings } from '@/lib/coursework/link-findings'
import { checkFiles, checkHeadings, checkRerun, checkRun, checkWords } from '@/lib/coursework/run-file-check'
import type { SubmittedFinding } from '@/lib/importers/submission/submission'

const names = { docker: 'Docker', kubernetes: 'Kubernetes', other: 'another platform' } as const

/** Runs one automatic check. */
export function runCheck(check: Check, handedIn: HandedIn): Answer {
  const { submission, text } = handedIn
  const of = (platform: string) => submission.threats.filter((threat) => threat.platform === platform)
  const docker = submission.findings.filter(({ framework }) => framework === 'cis-docker')
  const startsOf = (items: readonly { firstLine: number }[]) => items.map(({ firstLine }) => firstLine)
  switch (check.kind) {
    case 'threats': {
      const threats = of(check.platform)
      return {
        result: threats.length >= check.atLeast,
        lines: startsOf(threats),
        says: `${count(threats.length, 'threat')} to ${names[check.platform]} found; ${check.atLeast} are asked for.`,
      }
    }
    case 'surfaces': {
      const threats = of(check.platform)
      const known = new Map(threats.flatMap((one) => (one.component ? [[one.component, one.firstLine]] : [])))
      const lines = [...known.values()].sort((a, b) => a - b)
      const says = `${count(known.size, 'different component')} of ${names[check.platform]} named by ${threats.length === 1 ? '1 threat' : `${threats.length} threats`}.`
      if (known.size >= check.atLeast) return { result: true, lines, says }
      // Two threats of one component may still be two surfaces: a person has to look.
      return { result: threats.length >= check.atLeast ? null : false, lines, says }
    }
    case 'groups': {
      const threats = of(check.platform)
      const hits = Object.entries(check.groups).map(([name, types]) => ({
        name,
        hit: threats.find(({ component }) => component !== null && types.includes(component)),
      }))
      const open = hits.filter(({ hit }) => !hit).map(({ name }) => name)
      return {
        result: open.length === 0 ? true : threats.length === 0 ? false : null,
        lines: hits.flatMap(({ hit }) => (hit ? [hit.firstLine] : [])),
        says: open.length === 0 ? 'Every part has a threat.' : `No threat found for: ${open.join(', ')}.`,
      }
    }
    case 'categories': {
      const without = submission.threats.filter(({ categories }) => categories.length === 0)
      return {
        result: submission.threats.length > 0 && without.length === 0,
        lines: startsOf(without.length > 0 ? without : submission.threats),
        says:
          submission.threats.length === 0
            ? 'No threat was found.'
            : without.length === 0
              ? 'Every threat names a category.'
              : `${count(without.length, 'threat')} without a STRIDE category.`,
      }
    }
    case 'findings': {
      const distinct = new Map(docker.map((one) => [nameOf(one), one.firstLine]))
      return {
        result: distinct.size >= check.atLeast,
        lines: [...distinct.values()],
        says: `${count(distinct.size, 'failed check')} documented; ${check.atLeast} are asked for.`,
      }
    }
    case 'outside-ids': {
      const outside = docker.filter(({ id }) => id !== null && !check.ids.includes(id))
      return {
        result: outside.length > 0,
        lines: startsOf(outside),
        says: `${count(outside.length, 'check')} with a number other than ${check.ids.join(', ')}.`,
      }
    }
    case 'outside-keys': {
      const outside = docker.filter(({ key }) => key !== null && !check.keys.includes(key))
      const unknown = docker.some(({ key }) => key === null)
      return {
        result: outside.length > 0 ? true : unknown ? null : false,
        lines: startsOf(outside),
        says: `${count(outside.length, 'check')} other than those named in the exercise, whatever the number.`,
      }
    }
    case 'linked': {
      const links = linkFindings(text, submission).filter(({ threat }) => threat?.platform === check.platform)
      const lines = links.map(({ finding }) => finding.firstLine)
      const says = `${count(links.length, 'check')} linked to a threat of the text; ${check.atLeast} are asked for.`
      if (docker.length < check.atLeast) return { result: false, lines, says }
      return { result: links.length >= check.atLeast ? true : null, lines, says }
    }
    case 'fixed': {
      const fixed = docker.filter((one) => one.fixed === true)
      const open = docker.filter((one) => one.fixed === false)
      const lines = startsOf([...fixed, ...open])
      const says = `${count(fixed.length, 'check')} said to pass now, ${open.length} said to fail still.`
      if (fixed.length >= check.atLeast) return { result: true, lines, says }
      return { result: docker.length < check.atLeast || open.length > 0 ? false : null, lines, says }
    }
    case 'words':
      return checkWords(check, handedIn)
    case 'files':
      return checkFiles(check, handedIn)
    case 'headings':
      return checkHeadings(check, handedIn)
    case 'run':
      return checkRun(check, handedIn)
    case 'rerun':
      return checkRerun(check, handedIn)
  }
}

function count(number: number, what: string): string {
  return `${number === 0 ? 'No' : number} ${what}${number === 1 ? '' : 's'}`
}

function nameOf({ id, key, title }: SubmittedFinding): string {
  return id ?? key ?? title
}
