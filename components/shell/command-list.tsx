'use client'

import { use, useEffect, useId, useMemo, useRef, useState } from 'react'
import { type Command, matchCommands, usePalette } from '@/components/shell/command-store'
import { navEntries } from '@/components/shell/nav-entries'
import { useShell } from '@/components/shell/shell-context'
import { cn } from '@/components/ui/cn'
import { CornerDownLeft, Search } from '@/components/ui/icons'
import { Kbd } from '@/components/ui/kbd'

const places: readonly Command[] = navEntries.map(({ href, label }) => ({
  id: href,
  label,
  href,
  group: 'Go to',
}))

function toCommand({ id, name }: { id: string; name: string }): Command {
  return { id: `model-${id}`, label: name, group: 'Models', href: `/models/${encodeURIComponent(id)}/canvas` }
}

/** A text field over a list: arrow keys move, Enter chooses, the field keeps the focus. */
export function CommandList({ onChoose }: { onChoose: (command: Command) => void }) {
  const ofPages = usePalette((state) => state.ofPages)
  const models = use(useShell().models)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // It may come after the panel it stands in, which then had nothing to give the focus to.
  useEffect(() => field.current?.focus(), [])

  const shown = useMemo(
    () => matchCommands([...Object.values(ofPages).flat(), ...places, ...models.map(toCommand)], typed),
    [ofPages, models, typed],
  )
  const active = Math.min(at, shown.length - 1)
  const optionId = (index: number) => `${id}-${index}`

  const move = (step: number) => {
    if (shown.length === 0) return
    const next = (active + step + shown.length) % shown.length
    setAt(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && shown[active]) onChoose(shown[active])
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="relative border-line border-b">
        <Search aria-hidden className="absolute top-1/2 left-4 size-4 -translate-y-1/2 text-ink-muted" />
        <input
          ref={field}
          role="combobox"
          aria-label="Search models and pages"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[active] ? optionId(active) : undefined}
          placeholder="Search models and pages"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full bg-transparent pr-4 pl-10.5 text-base outline-none"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Results" className="min-h-0 overflow-y-auto p-1.5">
        {shown.map((command, index) => (
          <Option
            key={command.id}
            id={optionId(index)}
            command={command}
            heading={command.group === shown[index - 1]?.group ? undefined : command.group}
            isActive={index === active}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(command)}
          />
        ))}
      </div>
      {shown.length === 0 ? (
        <p role="status" className="px-4 pt-1 pb-5 text-center text-ink-muted">
          {`Nothing is called “${typed}”.`}
        </p>
      ) : null}
    </>
  )
}

type OptionProps = {
  id: string
  command: Command
  heading: string | undefined
  isActive: boolean
  onPoint: () => void
  onChoose: () => void
}

function Option({ id, command, heading, isActive, onPoint, onChoose }: OptionProps) {
  return (
    <>
      {heading ? (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-ink-muted text-xs">
          {heading}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys for the whole list. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here; the focus stays in the field. */}
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        onPointerMove={onPoint}
        onClick={onChoose}
        className={cn('flex min-h-8 items-center gap-2 rounded-md px-2.5', isActive && 'bg-hover')}
      >
        <span className="min-w-0 flex-1 truncate">{command.label}</span>
        {command.keys ? <Kbd keys={command.keys} /> : null}
        {isActive && !command.keys ? (
          <CornerDownLeft aria-hidden className="size-3.5 text-ink-faint" />
        ) : null}
      </div>
    </>
  )
}
