'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ItemsPanel } from '@/components/coursework/review/items-panel'
import { LineActions } from '@/components/coursework/review/line-actions'
import type { LineRange } from '@/components/coursework/review/line-range'
import { LookPanel } from '@/components/coursework/review/look-panel'
import { ReviewBar } from '@/components/coursework/review/review-bar'
import { RubricPanel } from '@/components/coursework/review/rubric-panel'
import { TextPane } from '@/components/coursework/review/text-pane'
import { useReview } from '@/components/coursework/review/use-review'
import { type ReviewPanel, useReviewCommands } from '@/components/coursework/review/use-review-commands'
import { showKeys } from '@/components/shell/command-store'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Callout } from '@/components/ui/callout'
import { ResizablePanel } from '@/components/ui/resizable'
import { Segmented } from '@/components/ui/segmented'
import type { ReviewView } from '@/lib/coursework/views'

/** One work under review: its text at the left, what was read of it and the rubric at the right. */
export function ReviewScreen({ view }: { view: ReviewView }) {
  const commands = useReview(view)
  const [panel, setPanel] = useState<ReviewPanel>('rubric')
  const [activeItem, setActiveItem] = useState<string>()
  const [activeCriterion, setActiveCriterion] = useState(0)
  const [range, setRange] = useState<LineRange>()
  const showItem = (item: string) => {
    setActiveItem(item)
    setPanel('items')
  }
  const [summary, setSummary] = useState(view.summary)
  const finishAndGoOn = useFinish(commands, summary)
  useReviewCommands({ view, commands, activeCriterion, setActiveCriterion, setPanel, finishAndGoOn })
  const look = view.claims.length + view.notes.length
  return (
    <>
      <TopBar
        crumbs={[
          { label: 'Coursework', href: '/coursework' },
          { label: view.assignmentName, href: `${commands.base}/works` },
          { label: view.label },
        ]}
        status={
          <span role="status" className="text-ink-muted text-xs">
            {commands.isSaving ? 'Saving' : 'Saved'}
          </span>
        }
      />
      <ReviewBar view={view} commands={commands} openKeys={() => showKeys()} />
      <PageBody fill>
        {view.submission.unreadable ? (
          <Callout tone="warning" className="m-3">
            {view.submission.unreadable}
          </Callout>
        ) : null}
        <div className="flex min-h-0 flex-1 max-md:block max-md:overflow-y-auto">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <TextPane
              view={view}
              activeItem={activeItem}
              range={range}
              onRange={setRange}
              onItem={showItem}
            />
            {range ? (
              <LineActions
                range={range}
                activeItem={activeItem}
                commands={commands}
                onDone={() => setRange(undefined)}
              />
            ) : null}
          </div>
          <ResizablePanel
            id="coursework-review"
            label="Width of the rubric"
            side="right"
            initial={460}
            min={340}
            max={760}
            className="flex flex-col border-line border-l bg-surface max-md:w-full! max-md:border-t max-md:border-l-0"
          >
            <div className="border-line border-b p-2">
              <Segmented<ReviewPanel>
                label="What is shown at the side"
                value={panel}
                onChange={setPanel}
                options={[
                  { value: 'rubric', label: 'Rubric' },
                  {
                    value: 'items',
                    label: `Items ${view.submission.threats.length + view.submission.findings.length}`,
                  },
                  { value: 'look', label: `To look at ${look}` },
                ]}
              />
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto">
              {panel === 'rubric' ? (
                <RubricPanel
                  view={view}
                  commands={commands}
                  active={activeCriterion}
                  onActive={setActiveCriterion}
                  onLine={goToLine}
                  summary={summary}
                  onSummary={setSummary}
                  finishAndGoOn={finishAndGoOn}
                />
              ) : panel === 'items' ? (
                <ItemsPanel
                  view={view}
                  commands={commands}
                  activeItem={activeItem}
                  onActive={setActiveItem}
                />
              ) : (
                <LookPanel view={view} commands={commands} onLine={goToLine} />
              )}
            </div>
          </ResizablePanel>
        </div>
      </PageBody>
      <ScrollToItem item={activeItem} view={view} />
    </>
  )
}

/** Closes the review and goes to the next one that is open; stays where a mark is missing. */
function useFinish(commands: ReturnType<typeof useReview>, summary: string): () => void {
  const latest = useRef({ commands, summary })
  latest.current = { commands, summary }
  return useCallback(() => {
    const { commands: own, summary: said } = latest.current
    void own.finish(said, true).then((score) => (score ? own.goToNext() : undefined))
  }, [])
}

/** Brings a line of the text into sight. */
function goToLine(line: number): void {
  const element = document.getElementById(`line-${line}`)
  element?.scrollIntoView({ block: 'center' })
  element?.querySelector('button')?.focus({ preventScroll: true })
}

function ScrollToItem({ item, view }: { item: string | undefined; view: ReviewView }) {
  useEffect(() => {
    const { threats, findings } = view.submission
    const found = [...threats, ...findings].find((one) => one.item === item)
    if (found) document.getElementById(`line-${found.firstLine}`)?.scrollIntoView({ block: 'nearest' })
  }, [item, view])
  return null
}
