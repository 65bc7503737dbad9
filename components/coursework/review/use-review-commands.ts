'use client'

import { useMemo } from 'react'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { type Command, useCommands } from '@/components/shell/command-store'
import type { ReviewView } from '@/lib/coursework/views'

export type ReviewPanel = 'rubric' | 'items' | 'look'

type Of = {
  view: ReviewView
  commands: ReviewCommands
  activeCriterion: number
  setActiveCriterion: (at: number) => void
  setPanel: (panel: ReviewPanel) => void
  finishAndGoOn: () => void
}

const group = 'This review'

/** What a reviewer does by key, and in the palette. */
export function useReviewCommands({
  view,
  commands,
  activeCriterion,
  setActiveCriterion,
  setPanel,
  finishAndGoOn,
}: Of): void {
  const own = useMemo((): Command[] => {
    const { criteria } = view.rubric
    const criterion = criteria[activeCriterion]
    const check = view.checks.find((one) => one.criterion === criterion?.id)
    const move = (by: number) => {
      setPanel('rubric')
      setActiveCriterion(Math.min(criteria.length - 1, Math.max(0, activeCriterion + by)))
    }
    const choose = (levelId: string) => {
      if (!criterion) return
      void commands.mark(criterion.id, levelId, commands.marks[criterion.id]?.comment ?? '')
      move(1)
    }
    const proposed =
      check && check.result !== null
        ? criterion?.levels.find(({ isMet }) => isMet === check.result)
        : undefined
    const open = proposals(view, commands.marks)
    return [
      ...(criterion?.levels ?? []).map((level, at) => ({
        id: `level-${at + 1}`,
        label: level.label,
        group: 'Levels of the open criterion',
        keys: [String(at + 1)],
        isOutOfPalette: true,
        run: () => choose(level.id),
      })),
      {
        id: 'accept-proposal',
        label: 'Take what the check proposes',
        group,
        keys: ['A'],
        isDisabled: !proposed,
        run: () => proposed && choose(proposed.id),
      },
      {
        id: 'accept-all-proposals',
        label: 'Take what the checks propose for all that is not marked',
        group,
        keys: ['Shift', 'A'],
        isDisabled: open.length === 0,
        run: () => {
          for (const { id, levelId } of open) void commands.mark(id, levelId, '')
          setPanel('rubric')
          const left = criteria.findIndex(
            ({ id }) => !commands.marks[id] && !open.some((one) => one.id === id),
          )
          if (left >= 0) setActiveCriterion(left)
        },
      },
      { id: 'finish-review', label: 'Finish and go on', group, keys: ['F'], run: finishAndGoOn },
      { id: 'next-criterion', label: 'Next criterion', group, keys: ['N'], run: () => move(1) },
      { id: 'previous-criterion', label: 'Previous criterion', group, keys: ['P'], run: () => move(-1) },
      { id: 'next-work', label: 'Next work', group, keys: ['J'], run: () => commands.goTo(view.nextId) },
      {
        id: 'previous-work',
        label: 'Previous work',
        group,
        keys: ['K'],
        run: () => commands.goTo(view.previousId),
      },
      {
        id: 'next-to-review',
        label: 'Next work that nobody has reviewed',
        group,
        keys: ['G'],
        run: () => void commands.goToNext(),
      },
      { id: 'show-rubric', label: 'Show the rubric', group, keys: ['R'], run: () => setPanel('rubric') },
      { id: 'show-items', label: 'Show the items', group, keys: ['I'], run: () => setPanel('items') },
      { id: 'show-look', label: 'Show what to look at', group, keys: ['L'], run: () => setPanel('look') },
    ]
  }, [view, commands, activeCriterion, setActiveCriterion, setPanel, finishAndGoOn])
  useCommands('coursework-review', own)
}

/** What the checks propose where no mark stands yet. */
function proposals({ rubric, checks }: ReviewView, marks: ReviewCommands['marks']) {
  return rubric.criteria.flatMap(({ id, levels }) => {
    const result = checks.find(({ criterion }) => criterion === id)?.result ?? null
    const level = result === null || marks[id] ? undefined : levels.find(({ isMet }) => isMet === result)
    return level ? [{ id, levelId: level.id }] : []
  })
}
