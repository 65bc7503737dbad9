/** A verdict of a benchmark's line: number, words, and the remarks below it. */
type Line = readonly [word: string, id: string, title: string, ...remarks: string[]]

/** What Docker Bench for Security 1.6.0 prints, in words of our own. */
export function benchLog(at: string, lines: readonly Line[]): string {
  const printed = lines.flatMap(([word, id, title, ...remarks]) => [
    `[${word}] ${id} - ${title} (Automated)`,
    ...remarks.map((remark) => `[${word}]      * ${remark}`),
  ])
  return [
    '# Docker Bench for Security v1.6.0',
    '# Based on the CIS Docker Benchmark 1.6.0.',
    '',
    `Initializing ${at}`,
    '',
    'Section A - Check results',
    '',
    '[INFO] 5 - Containers',
    ...printed,
    '',
    'Section C - Score',
    '',
    `[INFO] Checks: ${lines.length}`,
    '[INFO] Score: 0',
    '',
  ].join('\n')
}

/** A host with a privileged agent and without limits; "old-cache" stands in no Compose file. */
export const before = benchLog('2025-03-01T08:00:00+00:00', [
  ['WARN', '5.4', 'Container is not privileged', 'Container running in privileged mode: quay-agent-1'],
  [
    'WARN',
    '5.10',
    'Container has a memory limit',
    'Container running without it: quay-web-1',
    'Container running without it: old-cache',
  ],
  ['WARN', '5.12', 'Container cannot write its root filesystem', 'Container that can: quay-web-1'],
  ['PASS', '5.15', 'Container sees only its own processes'],
])

/** The same host after two of them were repaired. */
export const after = benchLog('2025-03-08T08:00:00+00:00', [
  ['PASS', '5.4', 'Container is not privileged'],
  ['WARN', '5.10', 'Container has a memory limit', 'Container running without it: old-cache'],
  ['WARN', '5.12', 'Container cannot write its root filesystem', 'Container that can: quay-web-1'],
  ['PASS', '5.15', 'Container sees only its own processes'],
])

export const quay = `name: quay
services:
  web:
    image: nginx:1.27
    ports: ["8080:80"]
    depends_on: [db]
  db:
    image: postgres:16
    volumes: ["db-data:/var/lib/postgresql/data"]
  agent:
    image: example/agent
    privileged: true
volumes: { db-data: }
`
