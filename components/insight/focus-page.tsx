'use client'

import Link from 'next/link'
import { type ReactNode, useId, useMemo } from 'react'
import { FocusCard } from '@/components/insight/focus-card'
import { QuestionCard } from '@/components/insight/question-card'
import { ThreatLinks } from '@/components/insight/threat-links'
import { ToCanvas } from '@/components/insight/to-canvas'
import { RefusedEdits } from '@/components/threats/refused-edits'
import { EmptyState } from '@/components/ui/empty-state'
import { ShieldCheck, ShieldQuestion } from '@/components/ui/icons'
import { focusSteps } from '@/lib/analysis/focus'
import { openQuestions } from '@/lib/analysis/open-questions'
import { compareRows } from '@/lib/analysis/rank-threats'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'

const QUESTIONS = 3

/** What to do first, and why: what takes most risk away, what to ask, what to look at again. */
export function FocusPage() {
  const rows = useModel((state) => state.index.rows)
  const model = useModel((state) => state.model)
  const base = `/models/${encodeURIComponent(useModel((state) => state.modelId))}/threats`
  const steps = useMemo(() => focusSteps(rows, model), [rows, model])
  const questions = useMemo(() => openQuestions(rows, model), [rows, model])
  const again = useMemo(
    () => rows.filter((row) => row.status === 'review-again' && row.isOpen).sort(compareRows),
    [rows],
  )
  if (Object.keys(model.components).length === 0) {
    return (
      <EmptyState icon={<ShieldQuestion aria-hidden />} title="Nothing to do yet" actions={<ToCanvas />}>
        What takes most risk away is listed here. Import files or draw first.
      </EmptyState>
    )
  }
  if (steps.length + questions.length + again.length === 0) {
    return (
      <EmptyState icon={<ShieldCheck aria-hidden />} title="Nothing is left to do here">
        No threat is open and no question would change that. Come back after the next import.
      </EmptyState>
    )
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-5 md:px-6">
      <RefusedEdits />
      {again.length > 0 ? (
        <Part
          title="Look at again"
          why="These were decided, and what the decision rested on has changed or run out."
        >
          <div className="rounded-lg border border-line bg-surface p-2">
            <ThreatLinks rows={again} />
          </div>
        </Part>
      ) : null}
      {steps.length > 0 ? (
        <Part
          title="Do first"
          why="In the order in which they take away most: the worst threats first, then those that one step counters in most places."
        >
          <ol className="flex flex-col gap-3">
            {steps.map((step, index) => (
              <li key={step.mitigationId}>
                <FocusCard step={step} number={index + 1} />
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
      {questions.length > 0 ? (
        <Part title="Find out" why="What is not known yet. These answers settle most.">
          <ol className="flex flex-col gap-3">
            {questions.slice(0, QUESTIONS).map((question) => (
              <li key={question.attribute}>
                <QuestionCard question={question} level={3} />
              </li>
            ))}
          </ol>
          {questions.length > QUESTIONS ? (
            <Link
              href={`${base}/questions`}
              className="inline-flex min-h-6 items-center text-accent hover:underline"
            >
              All {formatCount(questions.length)} questions
            </Link>
          ) : null}
        </Part>
      ) : null}
    </div>
  )
}

function Part({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        <p className="text-ink-muted">{why}</p>
      </div>
      {children}
    </section>
  )
}
