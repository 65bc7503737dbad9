import type { CheckRule } from '@/lib/coursework/rubric/check-rule'

const names = { docker: 'Docker', kubernetes: 'Kubernetes', other: 'other platforms' } as const

/** What an automatic check looks for, in words. */
export function describeCheck(check: CheckRule): string {
  switch (check.kind) {
    case 'threats':
      return `${check.atLeast} or more threats to ${names[check.platform]}`
    case 'surfaces':
      return `${check.atLeast} or more different components of ${names[check.platform]}`
    case 'groups':
      return `a threat to each of: ${Object.keys(check.groups).join(', ')}`
    case 'categories':
      return 'a STRIDE category for every threat'
    case 'findings':
      return `${check.atLeast} or more failed checks`
    case 'outside-ids':
      return `a check with a number other than ${check.ids.join(', ')}`
    case 'outside-keys':
      return 'a check other than those the exercise names, whatever its number'
    case 'linked':
      return `${check.atLeast} or more checks that belong to a threat to ${names[check.platform]}`
    case 'fixed':
      return `${check.atLeast} or more checks said to pass now`
    case 'words':
      return `${check.atLeast} or more words${check.file ? ` in a file like ${check.file.name}` : ''}`
    case 'files':
      return `a file like ${check.files.map(({ name }) => name).join(', ')}`
    case 'headings':
      return `${check.headings.length} headings in a file like ${check.file.name}`
    case 'run':
      return `the output of ${check.tool}`
    case 'rerun':
      return `two runs of ${check.tool}, with ${check.atLeast} or more checks that failed and then pass`
  }
}
