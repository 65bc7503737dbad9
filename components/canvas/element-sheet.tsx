'use client'

import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { ElementFlows } from '@/components/canvas/element-flows'
import { FactGroups } from '@/components/canvas/fact-groups'
import { NameField } from '@/components/canvas/name-field'
import { TypeIcon } from '@/components/canvas/type-icon'
import { useElementWords } from '@/components/threats/use-element-words'
import { Badge } from '@/components/ui/badge'
import { FileLine } from '@/components/ui/file-line'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'
import { crossingsOf } from '@/lib/model/zones'

type ElementSheetProps = { elementId: string; onSelect: (id: string) => void }

/** What a component or flow is: its name, type, where it stands, where it was declared, its facts. */
export function ElementSheet({ elementId, onSelect }: ElementSheetProps) {
  const component = useModel((state) => entryOf(state.model.components, elementId))
  const flow = useModel((state) => entryOf(state.model.flows, elementId))
  const catalogue = useModel((state) => state.catalogue)
  const element = component ?? flow
  if (!element) return null
  const type = catalogue.componentTypes.get(element.type)
  const typeEntry = type ?? catalogue.flowTypes.get(element.type)
  return (
    <div className="flex flex-col">
      <div className="flex flex-col gap-3 px-4 pt-4 pb-4">
        <NameField key={element.name} elementId={elementId} />
        <dl className="grid grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1.5">
          <Entry term="Type">
            <span className="inline-flex items-center gap-1.5" title={typeEntry?.help}>
              {component ? <TypeIcon type={type} className="size-3.5 text-ink-muted" /> : null}
              {typeEntry?.label ?? element.type}
            </span>
          </Entry>
          {component ? <Standing elementId={elementId} onSelect={onSelect} /> : null}
          {flow ? <Route elementId={elementId} onSelect={onSelect} /> : null}
          {element.source ? (
            <Entry term="Declared in">
              <FileLine file={element.source.file} line={element.source.line} />
            </Entry>
          ) : null}
          {component?.outOfScope ? <Entry term="Out of scope">{component.outOfScope.reason}</Entry> : null}
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
  if (!component) return null
  const { parentId, zoneIds } = component
  return (
    <>
      {parentId !== undefined && !zoneIds.includes(parentId) ? (
        <Entry term="Stands in">
          <ElementLink id={parentId} onSelect={onSelect} />
        </Entry>
      ) : null}
      {zoneIds.length > 0 ? (
        <Entry term={zoneIds.length === 1 ? 'Boundary' : 'Boundaries'}>
          <ul className="flex flex-wrap gap-x-3">
            {zoneIds.map((id) => (
              <li key={id}>
                <ElementLink id={id} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </Entry>
      ) : null}
    </>
  )
}

function Route({ elementId, onSelect }: ElementSheetProps) {
  const model = useModel((state) => state.model)
  const flow = entryOf(model.flows, elementId)
  if (!flow) return null
  const crossings = crossingsOf(model, flow)
  return (
    <>
      <Entry term={flow.both ? 'Between' : 'From, to'}>
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
    </>
  )
}
