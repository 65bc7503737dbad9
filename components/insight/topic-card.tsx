'use client'

import { useId } from 'react'
import { QuestionCard } from '@/components/insight/question-card'
import { answerEdit, describeSettled, settledBetween } from '@/components/threats/answers'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { toast } from '@/components/ui/toast'
import type { QuestionTopic } from '@/lib/analysis/question-topics'
import { formatValue } from '@/lib/analysis/words/format-value'
import { capitalise, nameAttribute } from '@/lib/analysis/words/name-element'
import { shortName } from '@/lib/analysis/words/short-name'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { countOf } from '@/lib/model/format-count'

/** Questions about one thing: one answer when all is as it should be, each by itself when not. */
export function TopicCard({ topic }: { topic: QuestionTopic }) {
  const store = useModelStore()
  const catalogue = useModel((state) => state.catalogue)
  const canEdit = useModel((state) => state.canEdit)
  const wordsOf = useElementWords()
  const headingId = useId()
  const questions = [...topic.statements.map(({ question }) => question), ...topic.rest]
  const confirm = () => {
    const { model, actor, index, apply, undo } = store.getState()
    const stamp = { name: actor.name, now: new Date().toISOString() }
    const edits = topic.statements.flatMap(({ question: { elementIds, attribute }, value }) =>
      elementIds.map((elementId) => answerEdit(model, { elementId, attribute }, value, stamp)),
    )
    if (!apply(`Answer: ${topic.group}, all as it should be`.slice(0, 200), edits)) return
    toast({
      title: describeSettled(settledBetween(index.rows, store.getState().index.rows)),
      action: { label: 'Undo', onClick: () => undo() },
    })
  }
  return (
    <article aria-labelledby={headingId} className="rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs">
        <SeverityBadge severity={topic.worst} look="plain" />
        <span className="tabular">
          {countOf(questions.length, 'question')},{' '}
          {topic.settles === 1 ? '1 threat' : `${topic.settles} threats`}
        </span>
      </p>
      <h3 id={headingId} className="mt-1 font-semibold">
        {topic.group}
      </h3>
      {topic.statements.length > 0 ? (
        <>
          <p className="mt-2">
            {topic.statements.length === 1 ? 'Does this hold?' : 'Does all of this hold?'}
          </p>
          <ul className="mt-1 flex list-disc flex-col gap-0.5 pl-5">
            {topic.statements.map(({ question: { attribute, elementIds }, value }) => (
              <li key={attribute} className="[overflow-wrap:anywhere]">
                {typeof value === 'boolean'
                  ? catalogue.attributes.get(attribute)?.question
                  : `${nameAttribute(attribute, catalogue)}:`}{' '}
                <strong className="font-semibold">{capitalise(formatValue(value))}</strong>{' '}
                <span className="text-ink-muted text-xs">
                  for{' '}
                  {elementIds
                    .slice(0, 3)
                    .map((id) => shortName(wordsOf(id).name))
                    .join(', ')}
                  {elementIds.length > 3 ? ` and ${elementIds.length - 3} more` : ''}
                </span>
              </li>
            ))}
          </ul>
          {canEdit ? (
            <Button className="mt-3" onClick={confirm} aria-label={`${topic.group}: all of this holds`}>
              {topic.statements.length === 1 ? 'This holds' : 'All of this holds'}
            </Button>
          ) : null}
        </>
      ) : null}
      <Disclosure
        summary={topic.statements.length > 0 ? 'Not all of it: answer one by one' : 'Answer'}
        aside={countOf(questions.length, 'question')}
        className="-mx-2 mt-2"
      >
        <ol className="flex flex-col gap-3 px-2 py-2">
          {questions.map((question) => (
            <li key={question.attribute}>
              <QuestionCard question={question} level={4} />
            </li>
          ))}
        </ol>
      </Disclosure>
    </article>
  )
}
