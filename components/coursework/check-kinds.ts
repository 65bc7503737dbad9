import type { CheckRule } from '@/lib/coursework/rubric/check-rule'

// Automatic checks as an editor shows them: each kind with its words and what it starts as, lists as text and back.

/** What an editor offers, in this order, each as a new check starts. */
export const checkKinds: readonly { label: string; start: CheckRule }[] = [
  { label: 'Number of threats', start: { kind: 'threats', platform: 'docker', atLeast: 5 } },
  { label: 'Different components', start: { kind: 'surfaces', platform: 'docker', atLeast: 5 } },
  {
    label: 'A threat to each part of a platform',
    start: {
      kind: 'groups',
      platform: 'kubernetes',
      groups: {
        'control plane': ['kube-apiserver', 'kube-scheduler', 'kube-controller-manager'],
        etcd: ['etcd'],
        workers: ['kubelet', 'kube-proxy', 'node', 'pod'],
      },
    },
  },
  { label: 'A STRIDE category for every threat', start: { kind: 'categories' } },
  { label: 'Number of failed checks', start: { kind: 'findings', atLeast: 3 } },
  {
    label: 'A failed check with another number',
    start: { kind: 'outside-ids', ids: ['5.10', '5.14', '5.22'] },
  },
  {
    label: 'A failed check of another meaning',
    start: { kind: 'outside-keys', keys: ['docker:run-memory-limit'] },
  },
  {
    label: 'Failed checks that belong to a threat',
    start: { kind: 'linked', platform: 'docker', atLeast: 3 },
  },
  { label: 'Failed checks that pass now', start: { kind: 'fixed', atLeast: 3 } },
  { label: 'Number of words', start: { kind: 'words', atLeast: 200 } },
  { label: 'A file', start: { kind: 'files', files: [{ name: 'diagram', also: [] }] } },
  {
    label: 'Headings of a file',
    start: { kind: 'headings', file: { name: 'report', also: [] }, headings: ['summary'] },
  },
  { label: 'Output of a benchmark', start: { kind: 'run', tool: 'docker-bench' } },
  { label: 'Two runs of a benchmark', start: { kind: 'rerun', tool: 'docker-bench', atLeast: 1 } },
]

type Files = Extract<CheckRule, { kind: 'files' }>['files']

/** A list as one line: "5.10, 5.14". */
export function joinList(values: readonly string[]): string {
  return values.join(', ')
}

/** The values of such a line, each once; undefined when there is none. */
export function splitList(text: string): string[] | undefined {
  const values = [...new Set(text.split(/[,\n]/).map((value) => value.trim()))].filter(
    (value) => value !== '',
  )
  return values.length > 0 ? values : undefined
}

/** Groups a line each: "etcd: etcd". */
export function joinGroups(groups: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(groups)
    .map(([name, types]) => `${name}: ${joinList(types)}`)
    .join('\n')
}

/** The groups of such lines; undefined when there is none. A line without a colon is a component by itself. */
export function splitGroups(text: string): Record<string, string[]> | undefined {
  const groups = text.split('\n').flatMap((line): [string, string[]][] => {
    const at = line.indexOf(':')
    const name = (at < 0 ? line : line.slice(0, at)).trim()
    const types = splitList(at < 0 ? line : line.slice(at + 1))
    return name && types ? [[name, types]] : []
  })
  return groups.length > 0 ? Object.fromEntries(groups) : undefined
}

/** Files, one a line with the other names that they go by: "diagram, architecture". */
export function joinFiles(files: Files): string {
  return files.map(({ name, also }) => joinList([name, ...also])).join('\n')
}

/** The files of such lines; undefined when there is none. */
export function splitFiles(text: string): Files | undefined {
  const files = text.split('\n').flatMap((line) => {
    const [name, ...also] = splitList(line) ?? []
    return name === undefined ? [] : [{ name, also }]
  })
  return files.length > 0 ? files : undefined
}

/** Headings, one a line; "summary|overview" is one that goes by either name. Undefined when there is none. */
export function splitLines(text: string): string[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const kept = lines.filter((line) => line !== '')
  return kept.length > 0 ? kept : undefined
}
