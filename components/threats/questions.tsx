'use client'

import { useMemo } from 'react'
import { AnswerField, ReaderNote } from '@/components/threats/answer-field'
import { questionsOf, rankQuestions } from '@/components/threats/answers'
import { useElementWords } from '@/components/threats/use-element-words'
import { PageLink } from '@/components/ui/page-link'
import { Skeleton } from '@/components/ui/skeleton'
import { shortName } from '@/lib/analysis/words/short-name'
import { useModel } from '@/lib/client/model-provider'
import { countOf, formatCount } from '@/lib/model/format-count'

const SHOWN_QUESTIONS = 4

/** The open questions whose answers settle most, to answer in place. */
export function Questions({ onSelect }: { onSelect: (id: string) => void }) {
  const rows = useModel((state) => state.index.rows)
  const questions = useMemo(() => rankQuestions(rows), [rows])
  const count = useMemo(() => questionsOf(rows), [rows])
  const modelId = useModel((state) => state.modelId)
  const canEdit = useModel((state) => state.canEdit)
  const isPending = useModel((state) => state.index.isPending)
  const wordsOf = useElementWords()
  if (isPending) return <Skeleton className="mx-4 mb-4 h-40" />
  if (questions.length === 0) {
    return <p className="border-line border-t px-4 py-3 text-ink-muted">No question is open.</p>
  }
  const shown = questions.slice(0, SHOWN_QUESTIONS)
  return (
    <section aria-labelledby="questions-title" className="border-line border-t px-4 pt-3 pb-4">
      <h3 id="questions-title" className="font-semibold text-sm">
        Questions that settle most
      </h3>
      <p className="mb-3 flex flex-wrap gap-x-2 text-ink-muted text-xs">
        {shown.length < questions.length
          ? `${shown.length} of ${formatCount(questions.length)} facts that are not known.`
          : 'All facts that are not known.'}
        <PageLink
          href={`/models/${encodeURIComponent(modelId)}/threats/questions`}
          className="text-accent hover:underline"
        >
          {count === 1 ? 'The question' : `All ${formatCount(count)} questions`}
        </PageLink>
      </p>
      {canEdit ? null : (
        <div className="mb-3">
          <ReaderNote />
        </div>
      )}
      <ol className="flex flex-col gap-4">
        {shown.map(({ elementId, attribute, settles }) => (
          <li key={`${elementId}|${attribute}`} className="flex flex-col gap-1">
            <AnswerField
              elementId={elementId}
              attribute={attribute}
              about={shortName(wordsOf(elementId).name)}
              isToldOnce
            />
            <p className="flex min-w-0 gap-2 text-ink-faint text-xs">
              <span className="shrink-0">Settles up to {countOf(settles, 'threat')}</span>
              <button
                type="button"
                onClick={() => onSelect(elementId)}
                className="min-w-0 truncate text-accent hover:underline"
              >
                Show {shortName(wordsOf(elementId).name)}
              </button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
