'use client'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import type { RubricCriterion } from '@/lib/coursework/rubric/rubric'

type Levels = RubricCriterion['levels']

/** The levels of a criterion, in the order of the number keys. */
export function LevelEditor({ levels, onChange }: { levels: Levels; onChange: (next: Levels) => void }) {
  const set = (at: number, change: Partial<Levels[number]>) =>
    onChange(levels.map((level, place) => (place === at ? { ...level, ...change } : level)))
  const add = () => {
    const taken = new Set(levels.map(({ id }) => id))
    let number = levels.length + 1
    while (taken.has(`level-${number}`)) number++
    onChange([...levels, { id: `level-${number}`, label: `Level ${number}`, points: 0, isMet: false }])
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-sm">Levels</legend>
      {levels.map((level, at) => (
        <div key={level.id} className="flex flex-wrap items-center gap-2">
          <span className="tabular w-4 text-ink-muted text-xs">{at + 1}</span>
          <Input
            size="sm"
            aria-label={`Name of level ${at + 1}`}
            className="w-52! max-sm:w-[calc(100%-1.5rem)]!"
            value={level.label}
            maxLength={60}
            onChange={(event) => set(at, { label: event.target.value })}
          />
          <Input
            size="sm"
            type="number"
            aria-label={`Points of level ${at + 1}`}
            className="w-20! max-sm:ml-6"
            min={0}
            max={1000}
            step="0.5"
            value={level.points}
            onChange={(event) => set(at, { points: Number(event.target.value) || 0 })}
          />
          <Checkbox
            label="Counts as met"
            checked={level.isMet}
            onChange={(event) => set(at, { isMet: event.target.checked })}
          />
          {levels.length > 2 ? (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onChange(levels.filter((_, place) => place !== at))}
            >
              Remove
            </Button>
          ) : null}
        </div>
      ))}
      {levels.length < 9 ? (
        <Button size="sm" className="self-start" onClick={add}>
          Add a level
        </Button>
      ) : null}
    </fieldset>
  )
}
