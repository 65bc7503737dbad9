import type { BadgeTone } from '@/components/ui/badge'
import type { Outcome } from '@/lib/analysis/findings/compare-runs'
import type { Finding } from '@/lib/analysis/findings/list-findings'
import { countOf, formatCount } from '@/lib/model/format-count'
import type { RunHead } from '@/lib/model/scan-run'

export const verdictWords: Record<Finding['verdict'], { label: string; tone: BadgeTone }> = {
  fail: { label: 'Failed', tone: 'danger' },
  pass: { label: 'Passed', tone: 'success' },
  none: { label: 'For a person', tone: 'neutral' },
}

export const outcomeWords: Record<Outcome, { label: string; tone: BadgeTone; help: string }> = {
  fixed: { label: 'Fixed', tone: 'success', help: 'Failed before, passes now.' },
  still: { label: 'Still failing', tone: 'danger', help: 'Failed before, fails now.' },
  new: { label: 'New', tone: 'warning', help: 'Fails now, did not fail before.' },
  'not-run': {
    label: 'Not run',
    tone: 'neutral',
    help: 'The later run did not try it, or left it to a person.',
  },
}

/** "Run 3: docker-bench-security 1.6.0, bench.log". */
export function runTitle({ number, tool, toolVersion, file }: RunHead): string {
  return `Run ${number}: ${[tool, toolVersion].filter(Boolean).join(' ')}, ${file.name}`
}

/** "117 checks: 34 failed, 61 passed". */
export function countWords({ counts }: RunHead): string {
  const words: [number | undefined, string][] = [
    [counts.fail, 'failed'],
    [counts.warn, 'warned'],
    [counts.pass, 'passed'],
    [(counts.info ?? 0) + (counts.note ?? 0) + (counts.manual ?? 0), 'for a person'],
    [counts.skip, 'skipped'],
  ]
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const parts = words.flatMap(([count, word]) => (count ? [`${formatCount(count)} ${word}`] : []))
  return `${countOf(total, 'check')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

/** What a name that nobody could place stands for: "the Docker engine" where the tool names nothing. */
export function targetWords(target: string, labelOf: (type: string) => string): string {
  if (!target.startsWith('any ')) return target
  const label = labelOf(target.slice(4)).replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase())
  return `Some ${label}, not named`
}
