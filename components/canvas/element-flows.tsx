'use client'

import { useMemo } from 'react'
import { flowVerb, isEncrypted } from '@/components/canvas/flow-words'
import { useElementWords } from '@/components/threats/use-element-words'
import { Disclosure } from '@/components/ui/disclosure'
import { ArrowLeft, ArrowRight } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'
import { crossingsOf } from '@/lib/model/zones'

/** The data flows of a component, each with its other end and the boundaries it crosses. */
export function ElementFlows({
  componentId,
  onSelect,
}: {
  componentId: string
  onSelect: (id: string) => void
}) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const wordsOf = useElementWords()
  const flows = useMemo(
    () => Object.values(model.flows).filter((flow) => flow.from === componentId || flow.to === componentId),
    [model.flows, componentId],
  )
  if (flows.length === 0) return null
  return (
    <Disclosure
      summary={<h4>Data flows</h4>}
      aside={flows.length}
      className="border-line border-b [&>summary]:rounded-none [&>summary]:px-3"
    >
      <ul className="border-line border-t">
        {flows.map((flow) => {
          const isOut = flow.from === componentId
          const crossings = crossingsOf(model, flow)
          const encrypted = isEncrypted(flow)
          const notes = [
            encrypted === undefined ? '' : encrypted ? 'encrypted' : 'not encrypted',
            ...crossings.map(({ zoneId, direction }) => `${direction} ${wordsOf(zoneId).name}`),
          ].filter((note) => note !== '')
          return (
            <li key={flow.id} className="border-line border-b last:border-b-0">
              <button
                type="button"
                onClick={() => onSelect(flow.id)}
                className="flex w-full items-start gap-2 px-4 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
              >
                {isOut ? (
                  <ArrowRight aria-label="out" className="mt-1 size-3 shrink-0 text-ink-muted" />
                ) : (
                  <ArrowLeft aria-label="in" className="mt-1 size-3 shrink-0 text-ink-muted" />
                )}
                <span className="min-w-0 flex-1">
                  <span className="text-ink-muted">{isOut ? flowVerb(flow, catalogue) : ''} </span>
                  {wordsOf(isOut ? flow.to : flow.from).name}
                  <span className="text-ink-muted">{isOut ? '' : ` ${flowVerb(flow, catalogue)} it`}</span>
                  {notes.length > 0 ? (
                    <span className="block text-ink-muted text-xs">{notes.join(', ')}</span>
                  ) : null}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
