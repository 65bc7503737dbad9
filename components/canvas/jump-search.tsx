'use client'

import { type RefObject, useId, useMemo, useState } from 'react'
import { findComponents } from '@/components/canvas/find-elements'
import { cn } from '@/components/ui/cn'
import { Search } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'
import { nameType } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'

type JumpSearchProps = { onJump: (id: string) => void; inputRef: RefObject<HTMLInputElement | null> }

const LIMIT = 12

/** Finds a component by its name or type, and goes there. */
export function JumpSearch({ onJump, inputRef }: JumpSearchProps) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const found = useMemo(
    () => findComponents(model, (type) => nameType(type, catalogue), typed, LIMIT),
    [model, catalogue, typed],
  )
  const go = (index: number) => {
    const target = found[index]
    if (!target) return
    setTyped('')
    onJump(target.id)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setActive((active + step + found.length) % found.length)
    }
    if (event.key === 'Enter') go(active)
    if (event.key === 'Escape') {
      if (typed === '') event.currentTarget instanceof HTMLElement && event.currentTarget.blur()
      setTyped('')
    }
  }
  const isOpen = typed.trim() !== ''
  return (
    <div className="relative w-full max-w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-muted"
      />
      <Input
        ref={inputRef}
        size="sm"
        role="combobox"
        aria-label="Find a component"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found[active] ? `${listId}-${active}` : undefined}
        placeholder="Find a component"
        autoComplete="off"
        className="pl-8!"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped('')}
      />
      <div
        hidden={!isOpen}
        className="floating absolute top-full left-0 z-30 mt-1 max-h-80 w-72 overflow-y-auto p-1"
      >
        <div id={listId} role="listbox" aria-label="Components found">
          {found.map((entry, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points at the option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys.
            <div
              key={entry.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(index)}
              className={cn(
                'flex min-h-8 items-center gap-2 rounded-sm px-2 text-sm',
                index === active && 'bg-hover',
              )}
            >
              <span className="min-w-0 flex-1 truncate">{entry.name}</span>
              <span className="shrink-0 text-ink-muted text-xs">{entry.typeLabel}</span>
            </div>
          ))}
        </div>
        {found.length === 0 ? (
          <p role="status" className="px-2 py-1.5 text-ink-muted text-sm">
            No component fits these words.
          </p>
        ) : null}
      </div>
    </div>
  )
}
