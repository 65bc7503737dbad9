'use client'

import { useMemo, useState } from 'react'
import { QuestionCard } from '@/components/insight/question-card'
import { ToCanvas } from '@/components/insight/to-canvas'
import { TopicCard } from '@/components/insight/topic-card'
import { RefusedEdits } from '@/components/threats/refused-edits'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { CircleCheck, CircleHelp } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import { type OpenQuestion, openQuestions, questionsFor } from '@/lib/analysis/open-questions'
import { questionTopics } from '@/lib/analysis/question-topics'
import { useModel } from '@/lib/client/model-provider'
import { countOf, formatCount } from '@/lib/model/format-count'

const STEP = 15

/** Every open question: by topic, where one answer can settle all of it, or one by one, those first that settle most. */
export function QuestionsPage() {
  const rows = useModel((state) => state.index.rows)
  const model = useModel((state) => state.model)
  const questions = useMemo(() => openQuestions(rows, model), [rows, model])
  const catalogue = useModel((state) => state.catalogue)
  const topics = useMemo(() => questionTopics(questions, catalogue), [questions, catalogue])
  const [view, setView] = useState<'topics' | 'single'>('topics')
  const [shown, setShown] = useState(STEP)
  const threats = questions.reduce((sum, { settles }) => sum + settles, 0)
  if (Object.keys(model.components).length === 0) {
    return (
      <EmptyState icon={<CircleHelp aria-hidden />} title="Nothing to ask yet" actions={<ToCanvas />}>
        Questions come from components: what a file does not say about them is asked here. Import files or
        draw first.
      </EmptyState>
    )
  }
  if (questions.length === 0) {
    return (
      <EmptyState icon={<CircleCheck aria-hidden />} title="No question is open">
        Nothing that is unknown could raise or counter a threat. New questions come with new components.
      </EmptyState>
    )
  }
  const first = questionsFor(0.8, questions)
  return (
    <div className="mx-auto max-w-3xl px-4 py-5 md:px-6">
      <RefusedEdits />
      <h2 className="font-semibold text-lg">
        {countOf(questions.length, 'question')} would settle {countOf(threats, 'possible threat')}
      </h2>
      <p className="mb-3 text-ink-muted">
        {view === 'topics'
          ? `They are about ${countOf(topics.length, 'topic')}: one answer settles a topic where all is as it should be. `
          : first < questions.length
            ? `The first ${first} settle four in five of them. `
            : ''}
        Each answer counts at once, and can be taken back. “Unknown” is an honest answer too.
      </p>
      <Segmented
        label="How to ask"
        value={view}
        options={[
          { value: 'topics', label: 'By topic' },
          { value: 'single', label: 'One by one' },
        ]}
        onChange={setView}
        className="mb-4"
      />
      {view === 'topics' ? (
        <ol className="flex flex-col gap-3">
          {topics.map((topic) => (
            <li key={topic.group}>
              <TopicCard topic={topic} />
            </li>
          ))}
        </ol>
      ) : (
        <SingleQuestions questions={questions} shown={shown} onMore={() => setShown(shown + STEP)} />
      )}
    </div>
  )
}

function SingleQuestions({
  questions,
  shown,
  onMore,
}: {
  questions: readonly OpenQuestion[]
  shown: number
  onMore: () => void
}) {
  return (
    <>
      <ol className="flex flex-col gap-3">
        {questions.slice(0, shown).map((question) => (
          <li key={question.attribute}>
            <QuestionCard question={question} level={3} />
          </li>
        ))}
      </ol>
      {shown < questions.length ? (
        <Button className="mt-4" onClick={onMore}>
          Show {Math.min(STEP, questions.length - shown)} more of {formatCount(questions.length)}
        </Button>
      ) : null}
    </>
  )
}
