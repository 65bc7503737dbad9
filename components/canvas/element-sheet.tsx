'use client'

import type { ReactNode } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import { ElementFlows } from '@/components/canvas/element-flows'
import { FactGroups } from '@/components/canvas/fact-groups'
import { NameField } from '@/components/canvas/name-field'
import { DataCarried } from '@/components/canvas/sheet/data-carried'
import { RouteFields } from '@/components/canvas/sheet/route-fields'
import { ScopeField } from '@/components/canvas/sheet/scope-field'
import { TypeField } from '@/components/canvas/sheet/type-field'
import { useElementWords } from '@/components/threats/use-element-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FileLine } from '@/components/ui/file-line'
import { ArrowRight } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'
import { crossingsOf } from '@/lib/model/zones'

type ElementSheetProps = { elementId: string; onSelect: (id: string) => void }

/** What a component or flow is: its name, type, where it stands, where it was declared, its facts. */
export function ElementSheet({ elementId, onSelect }: ElementSheetProps) {
  const component = useModel((state) => entryOf(state.model.components, elementId))
  const flow = useModel((state) => entryOf(state.model.flows, elementId))
  const element = component ?? flow
  if (!element) return null
  return (
    <div className="flex flex-col">
      <div className="flex flex-col gap-3 px-4 pt-4 pb-4">
        <NameField key={element.name} elementId={elementId} />
        <dl className="grid grid-cols-[5.5rem_1fr] items-baseline gap-x-3 gap-y-1.5">
          <Entry term="Type">
            <TypeField elementId={elementId} />
          </Entry>
          {component ? <Standing elementId={elementId} onSelect={onSelect} /> : null}
          {flow ? <Route elementId={elementId} onSelect={onSelect} /> : null}
          {element.source ? (
            <Entry term="Declared in">
              <FileLine file={element.source.file} line={element.source.line} />
            </Entry>
          ) : null}
          {component ? (
            <Entry term="Scope">
              <ScopeField key={component.outOfScope?.reason} componentId={elementId} />
            </Entry>
          ) : null}
        </dl>
        {element.gone ? <Badge tone="warning">No longer in its files</Badge> : null}
      </div>
      <h3 className="sr-only">Attributes</h3>
      <div className="border-line border-t">
        <FactGroups elementId={elementId} />
      </div>
      {component ? <ElementFlows componentId={elementId} onSelect={onSelect} /> : null}
    </div>
  )
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{term}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

function ElementLink({ id, onSelect }: { id: string; onSelect: (id: string) => void }) {
  const wordsOf = useElementWords()
  return (
    <button
      type="button"
      onClick={() => onSelect(id)}
      className="text-left font-medium text-accent underline-offset-2 hover:underline"
    >
      {wordsOf(id).name}
    </button>
  )
}

function Standing({ elementId, onSelect }: ElementSheetProps) {
  const component = useModel((state) => entryOf(state.model.components, elementId))
  const canEdit = useModel((state) => state.canEdit)
  if (!component) return null
  const { parentId, zoneIds } = component
  if (!canEdit && parentId === undefined && zoneIds.length === 0) return null
  const change = (kind: 'move-into' | 'boundaries') => openCanvasDialog({ kind, ids: [elementId] })
  return (
    <>
      <Entry term="Stands in">
        <span className="flex flex-wrap items-center gap-x-2">
          {parentId === undefined ? 'the top' : <ElementLink id={parentId} onSelect={onSelect} />}
          {canEdit ? (
            <Button size="sm" variant="ghost" onClick={() => change('move-into')}>
              Move into…
            </Button>
          ) : null}
        </span>
      </Entry>
      <Entry term={zoneIds.length === 1 ? 'Boundary' : 'Boundaries'}>
        <span className="flex flex-wrap items-center gap-x-3">
          {zoneIds.length === 0 ? <span className="text-ink-muted">none of its own</span> : null}
          {zoneIds.map((id) => (
            <ElementLink key={id} id={id} onSelect={onSelect} />
          ))}
          {canEdit ? (
            <Button size="sm" variant="ghost" onClick={() => change('boundaries')}>
              Change…
            </Button>
          ) : null}
        </span>
      </Entry>
    </>
  )
}

function Route({ elementId, onSelect }: ElementSheetProps) {
  const canEdit = useModel((state) => state.canEdit)
  const model = useModel((state) => state.model)
  const flow = entryOf(model.flows, elementId)
  if (!flow) return null
  const crossings = crossingsOf(model, flow)
  return (
    <>
      {canEdit ? (
        <Entry term="From, to">
          <RouteFields flowId={elementId} />
        </Entry>
      ) : null}
      <Entry term={canEdit ? 'Goes' : flow.both ? 'Between' : 'From, to'}>
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <ElementLink id={flow.from} onSelect={onSelect} />
          {flow.both ? 'and' : <ArrowRight aria-label="to" className="size-3.5 text-ink-muted" />}
          <ElementLink id={flow.to} onSelect={onSelect} />
        </span>
      </Entry>
      <Entry term="Crosses">
        {crossings.length === 0 ? (
          <span className="text-ink-muted">no trust boundary</span>
        ) : (
          <ul className="flex flex-col">
            {crossings.map(({ zoneId, direction }) => (
              <li key={`${zoneId}${direction}`}>
                {direction} <ElementLink id={zoneId} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        )}
      </Entry>
      <Entry term="Carries">
        <DataCarried flowId={elementId} />
      </Entry>
    </>
  )
}
