'use client'

import { useId, useMemo, useState } from 'react'
import { TypeIcon } from '@/components/canvas/type-icon'
import { cn } from '@/components/ui/cn'
import { Search } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'
import { useModel } from '@/lib/client/model-provider'
import type { Component } from '@/lib/model/elements'

export type Choice = { id: string | undefined; label: string; problem?: string | undefined }

type ComponentPickerProps = {
  label: string
  choices: readonly Choice[]
  onChoose: (choice: Choice) => void
}

const LIMIT = 60

/** The choices for these components, in order of names. */
export function choicesOf(
  components: readonly Component[],
  problemOf?: (id: string) => string | undefined,
): Choice[] {
  return components
    .map(({ id, name }) => ({ id, label: name, problem: problemOf?.(id) }))
    .sort((a, b) => a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1))
}

/** One of many components, found by typing: arrow keys move, Enter chooses. What cannot be chosen says why. */
export function ComponentPicker({ label, choices, onChoose }: ComponentPickerProps) {
  const components = useModel((state) => state.model.components)
  const catalogue = useModel((state) => state.catalogue)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const shown = useMemo(() => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    const fits = ({ id: own, label: name }: Choice) => {
      const type = catalogue.componentTypes.get(components[own ?? '']?.type ?? '')?.label ?? ''
      const text = `${name} ${type}`.toLowerCase()
      return words.every((word) => text.includes(word))
    }
    return choices
      .filter(fits)
      .toSorted((a, b) => Number(Boolean(a.problem)) - Number(Boolean(b.problem)))
      .slice(0, LIMIT)
  }, [choices, typed, catalogue, components])
  const active = Math.min(at, shown.length - 1)
  const choose = (index: number) => {
    const choice = shown[index]
    if (choice && !choice.problem) onChoose(choice)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && shown.length > 0) {
      event.preventDefault()
      const next = (active + step + shown.length) % shown.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(active)
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-muted"
        />
        <Input
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
          autoComplete="off"
          placeholder={label}
          className="pl-8!"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className="max-h-64 overflow-y-auto">
        {shown.map((choice, index) => {
          const type = catalogue.componentTypes.get(components[choice.id ?? '']?.type ?? '')
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at the option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
            <div
              key={choice.id ?? 'top'}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-disabled={choice.problem !== undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(index)}
              className={cn(
                'flex min-h-8 items-center gap-2 rounded-md px-2 text-sm',
                index === active && 'bg-hover',
              )}
            >
              {choice.id === undefined ? null : (
                <TypeIcon type={type} className="size-4 shrink-0 text-ink-muted" />
              )}
              <span className={cn('min-w-0 flex-1 truncate', choice.problem && 'text-ink-muted')}>
                {choice.label}
              </span>
              <span className="shrink-0 text-ink-muted text-xs">
                {choice.problem ? 'not allowed here' : type?.label}
              </span>
            </div>
          )
        })}
      </div>
      {shown[active]?.problem ? <p className="text-ink-muted text-xs">{shown[active].problem}</p> : null}
      {shown.length === 0 ? (
        <p role="status" className="text-ink-muted">
          Nothing fits these words.
        </p>
      ) : null}
    </div>
  )
}
