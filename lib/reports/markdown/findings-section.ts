import {
  type Block,
  code,
  heading,
  type Inline,
  joined,
  list,
  listItem,
  paragraph,
  strong,
  table,
} from '@/lib/reports/markdown/nodes'
import type { Report } from '@/lib/reports/report'
import type { ReportFinding, ReportScan } from '@/lib/reports/report-findings'

const MAX_LISTED = 300

const outcomeWords = {
  fixed: 'Fixed',
  still: 'Still failing',
  new: 'New',
  'not-run': 'Not run again',
} as const

/** What scanners found, what was chosen and why, what it confirms, what was done, and what the re-run shows. */
export function findingsSection({ findings }: Report): Block[] {
  if (!findings) return []
  return [
    heading(2, 'Findings of scanners'),
    ...findings.scans.flatMap(scanBlocks),
    ...(findings.evidence.length > 0
      ? [
          heading(3, 'Files of evidence'),
          list(
            findings.evidence.map(({ name, of, by, at, digest }) => [
              strong(name),
              `: ${of}. Attached by ${by} on ${at.slice(0, 10)} (sha256 `,
              code(digest.slice(0, 16)),
              ').',
            ]),
          ),
        ]
      : []),
  ]
}

function scanBlocks(scan: ReportScan): Block[] {
  const { before, after, outcomes, findings, unplaced } = scan
  const chosen = findings.filter((one) => one.chosen)
  const others = findings.filter((one) => !one.chosen)
  return [
    heading(3, `${[after.tool, after.toolVersion].filter(Boolean).join(' ')}`),
    ...(before ? [paragraph(...runWords('Before', before))] : []),
    paragraph(...runWords(before ? 'After' : 'Run', after)),
    ...(outcomes
      ? [
          table(
            ['Fixed', 'Still failing', 'New', 'Not run again'],
            [
              [outcomes.fixed, outcomes.still, outcomes.new, outcomes['not-run']].map((count) =>
                String(count ?? 0),
              ),
            ],
          ),
        ]
      : []),
    ...(chosen.length > 0 ? [heading(4, 'Chosen to be fixed'), list(chosen.map(findingItem))] : []),
    ...(others.length > 0
      ? [
          heading(4, chosen.length > 0 ? 'Other findings' : 'What failed'),
          list(others.slice(0, MAX_LISTED).map(findingItem)),
        ]
      : []),
    ...(others.length > MAX_LISTED
      ? [paragraph(`${others.length - MAX_LISTED} more are not listed here; the JSON report holds them.`)]
      : []),
    ...(unplaced.length > 0
      ? [
          paragraph(
            'Not placed on a component: ',
            ...joined(unplaced.slice(0, 50).map(({ name }): Inline => code(name))),
            unplaced.length > 50 ? ` and ${unplaced.length - 50} more.` : '.',
          ),
        ]
      : []),
  ]
}

function runWords(label: string, run: ReportScan['after']): Inline[] {
  const counts = Object.entries(run.counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
  return [
    strong(`${label}:`),
    ` run ${run.number}, ${run.date}, `,
    code(run.file),
    ` (sha256 ${run.digest}). ${counts.join(', ')}.`,
    ...(run.benchmark ? [` ${run.benchmark}.`] : []),
    ...(run.readAs ? [` Read as ${run.readAs}`] : []),
  ]
}

function findingItem({
  id,
  title,
  place,
  outcome,
  chosen,
  threats,
  mitigations,
  mismatch,
  evidence,
}: ReportFinding) {
  const below: Inline[][] = [
    ...(mismatch ? [[`Number and title differ: ${mismatch}`]] : []),
    ...(chosen ? [[`Chosen by ${chosen.by} on ${chosen.at.slice(0, 10)}: ${chosen.reason}`]] : []),
    ...(threats.length > 0
      ? [
          [
            `Confirms: ${threats.slice(0, 8).join('; ')}${threats.length > 8 ? ` and ${threats.length - 8} more` : ''}`,
          ],
        ]
      : []),
    ...(chosen && mitigations.length > 0
      ? [
          [
            `Repair: ${mitigations.map((one) => `${one.title}${one.status ? ` (${one.status})` : ''}`).join('; ')}`,
          ],
        ]
      : []),
    ...(evidence.length > 0 ? [[`Evidence: ${evidence.join(', ')}`]] : []),
  ]
  const line: Inline[] = [
    ...(outcome ? [strong(outcomeWords[outcome]), ': '] : []),
    `${[id, title].filter(Boolean).join(' ')}${place ? `, ${place}` : ''}`,
  ]
  return below.length > 0 ? listItem(line, list(below)) : listItem(line)
}
