import type { FocusStep } from '@/lib/analysis/focus'
import { formatCount } from '@/lib/model/format-count'

/** Why a step comes where it comes: what it counters, what makes that worse, what it takes along. */
export function focusReasons(step: FocusStep): string[] {
  const [worst] = step.rows
  if (!worst) return []
  const same = step.rows.filter((row) => row.severity === worst.severity)
  const titles = new Set(same.map((row) => row.title))
  const what =
    titles.size === 1
      ? `It counters “${worst.title}”${same.length > 1 ? ` in ${formatCount(same.length)} places` : ''}.`
      : `It counters ${formatCount(titles.size)} threats that are ${worst.severity}, “${worst.title}” among them.`
  const worsening = [
    ...new Set(
      step.rows.flatMap((row) =>
        (row.shares ?? [])
          .filter((share) => share.likelihood > 0 || share.impact > 0)
          .map((share) => share.label.toLowerCase()),
      ),
    ),
  ]
  const along =
    step.folded === 1 ? 'One more threat follows' : `${formatCount(step.folded)} more threats follow`
  return [
    what,
    ...(worsening.length > 0 ? [`What makes it worse here: ${worsening.join(', ')}.`] : []),
    ...(step.folded > 0 ? [`${along} from the same cause.`] : []),
  ]
}
