'use client'

import { type RefObject, useMemo, useState } from 'react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import { bestMatch, paletteGroups } from '@/components/canvas/palette/palette-groups'
import { TypeIcon } from '@/components/canvas/type-icon'
import { Disclosure } from '@/components/ui/disclosure'
import { SearchInput } from '@/components/ui/search-input'
import type { ComponentType } from '@/lib/catalogue/entries'
import { useModel } from '@/lib/client/model-provider'

type PaletteProps = { onAdd: (type: string) => void; searchRef: RefObject<HTMLInputElement | null> }

/** Every type of component, to drag onto the drawing, to press, or to find by name and add with Enter. */
export function Palette({ onAdd, searchRef }: PaletteProps) {
  const catalogue = useModel((state) => state.catalogue)
  const [typed, setTyped] = useState('')
  const groups = useMemo(() => paletteGroups(catalogue, typed), [catalogue, typed])
  const best = useMemo(() => bestMatch(catalogue, typed), [catalogue, typed])
  const add = (type: string) => {
    setTyped('')
    onAdd(type)
  }
  return (
    <div className="flex h-full flex-col">
      <div className="border-line border-b p-2">
        <SearchInput
          ref={searchRef}
          size="sm"
          label="Find a type to add"
          placeholder="Add a component"
          aria-describedby="palette-help"
          autoComplete="off"
          value={typed}
          onValueChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && best) add(best.id)
            if (event.key === 'Escape' && typed === '') event.currentTarget.blur()
          }}
          className="w-full"
        />
        <p id="palette-help" className="sr-only">
          Enter adds {best ? best.label : 'the first type that fits'}.
        </p>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-1">
        {groups.map(({ platform, label, types }) => (
          <Disclosure key={platform} summary={<h2>{label}</h2>} aside={types.length} isOpen>
            <ul className="pb-2">
              {types.map((type) => (
                <li key={type.id}>
                  <PaletteItem type={type} isBest={type.id === best?.id} onAdd={add} />
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
        {groups.length === 0 ? (
          <p role="status" className="px-2 py-2 text-ink-muted">
            No type fits these words.
          </p>
        ) : null}
      </div>
    </div>
  )
}

type PaletteItemProps = { type: ComponentType; isBest: boolean; onAdd: (type: string) => void }

function PaletteItem({ type, isBest, onAdd }: PaletteItemProps) {
  return (
    <button
      type="button"
      draggable
      title={type.help}
      onClick={() => onAdd(type.id)}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', type.label)
        event.dataTransfer.effectAllowed = 'copy'
        useCanvasUi.setState({ draggedType: type.id })
      }}
      onDragEnd={() => useCanvasUi.setState({ draggedType: undefined, dropTarget: undefined })}
      className={`flex min-h-7 w-full cursor-grab items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover ${isBest ? 'bg-accent-soft' : ''}`}
    >
      <TypeIcon type={type} className="size-4 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1 truncate">{type.label}</span>
    </button>
  )
}
