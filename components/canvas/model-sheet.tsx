'use client'

import { useMemo } from 'react'
import { TypeIcon } from '@/components/canvas/type-icon'
import { CommandMenuButtons } from '@/components/shell/command-buttons'
import { Questions } from '@/components/threats/questions'
import { useModel } from '@/lib/client/model-provider'
import { countOf, formatCount } from '@/lib/model/format-count'

/** With nothing selected: what is in the model, and the questions whose answers settle most. */
export function ModelSheet({ onSelect }: { onSelect: (id: string) => void }) {
  const meta = useModel((state) => state.model.meta)
  const components = useModel((state) => state.model.components)
  const flows = useModel((state) => state.model.flows)
  const catalogue = useModel((state) => state.catalogue)
  const types = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { type } of Object.values(components)) counts.set(type, (counts.get(type) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  }, [components])
  const isEmpty = types.length === 0
  return (
    <div className="flex h-full flex-col overflow-y-auto pb-6">
      <div className="flex flex-col gap-1 px-4 pt-4 pb-4">
        <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">{meta.name}</h2>
        <p className="text-ink-muted">
          {isEmpty
            ? 'Nothing is drawn yet.'
            : `${countOf(Object.keys(components).length, 'component')}, ${countOf(Object.keys(flows).length, 'data flow')}. Select one to see its facts and threats.`}
        </p>
        {meta.scope ? (
          <p className="line-clamp-4 whitespace-pre-line [overflow-wrap:anywhere]">{meta.scope}</p>
        ) : null}
        <div className="pt-2">
          <CommandMenuButtons ids={['settings', 'data-assets']} />
        </div>
        {meta.assumptions.length > 0 ? (
          <>
            <h3 className="pt-2 font-semibold text-sm">Taken for granted</h3>
            <ul className="list-disc pl-4 [overflow-wrap:anywhere]">
              {meta.assumptions.map((assumption) => (
                <li key={assumption}>{assumption}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {isEmpty ? null : (
        <>
          <Questions onSelect={onSelect} />
          <h3 className="border-line border-t px-4 pt-3 pb-1 font-semibold text-sm">What is in it</h3>
          <ul className="px-4">
            {types.map(([type, count]) => {
              const entry = catalogue.componentTypes.get(type)
              return (
                <li key={type} className="flex min-h-7 items-center gap-2">
                  <TypeIcon type={entry} className="size-3.5 shrink-0 text-ink-muted" />
                  <span className="min-w-0 flex-1 truncate">
                    {(count === 1 ? entry?.label : entry?.plural) ?? type}
                  </span>
                  <span className="tabular text-ink-muted">{formatCount(count)}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </div>
  )
}
