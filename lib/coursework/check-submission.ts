import type { Answer, CheckResult, Criterion, HandedIn } from '@/lib/coursework/criterion'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import { runCheck } from '@/lib/coursework/run-check'
import type { Submission } from '@/lib/importers/submission/submission'

/** Runs automatic checks on a submission by itself. `text` is the text it was read from. */
export function checkSubmission(
  text: string,
  submission: Submission,
  criteria: readonly Criterion[],
): CheckResult[] {
  const handedIn = { text, submission, files: [], scans: [] }
  return criteria.map(({ id, check }) => toResult(id, [runCheck(check, handedIn)]))
}

/** Runs the checks of a rubric on what was handed in. A criterion without checks has no result. */
export function checkRubric(handedIn: HandedIn, rubric: Rubric): CheckResult[] {
  return rubric.criteria
    .filter(({ checks }) => checks.length > 0)
    .map(({ id, checks }) =>
      toResult(
        id,
        checks.map((check) => runCheck(check, handedIn)),
      ),
    )
}

/** Met when all are, missed when one is, and for a person to say otherwise. */
function toResult(criterion: string, answers: readonly Answer[]): CheckResult {
  const isMissed = answers.some(({ result }) => result === false)
  const isMet = answers.every(({ result }) => result === true)
  const lines = new Set(answers.flatMap((answer) => answer.lines))
  return {
    criterion,
    result: isMissed ? false : isMet ? true : null,
    evidence: [...lines].map((line) => ({ line })),
    says: answers.map(({ says }) => says).join(' '),
  }
}
