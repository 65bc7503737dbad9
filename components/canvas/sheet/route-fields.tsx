'use client'

import { useMemo } from 'react'
import { reverseEdits } from '@/components/canvas/edits/connect'
import { bothEdit, endEdit } from '@/components/canvas/edits/fields'
import { useEdit } from '@/components/canvas/sheet/use-edit'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ArrowLeftRight } from '@/components/ui/icons'
import { Select } from '@/components/ui/select'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'

/** The ends and the direction of a flow, to change in place. */
export function RouteFields({ flowId }: { flowId: string }) {
  const flow = useModel((state) => entryOf(state.model.flows, flowId))
  const components = useModel((state) => state.model.components)
  const { name } = useElementWords()(flowId)
  const edit = useEdit()
  const sorted = useMemo(
    () => Object.values(components).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
    [components],
  )
  if (!flow) return null
  return (
    <div className="flex flex-col gap-1.5">
      {(['from', 'to'] as const).map((end) => (
        <Select
          key={end}
          size="sm"
          aria-label={end === 'from' ? 'From' : 'To'}
          value={flow[end]}
          onChange={({ target }) =>
            edit(`Change where ${name} ${end === 'from' ? 'begins' : 'ends'}`, (model) =>
              endEdit(model, flowId, end, target.value),
            )
          }
        >
          {sorted
            .filter(({ id }) => id === flow[end] || id !== flow[end === 'from' ? 'to' : 'from'])
            .map((component) => (
              <option key={component.id} value={component.id}>
                {component.name}
              </option>
            ))}
        </Select>
      ))}
      <span className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox
          label="In both directions"
          checked={flow.both === true}
          onChange={({ target }) =>
            edit(`Change the direction of ${name}`, (model) => bothEdit(model, flowId, target.checked))
          }
        />
        <Button
          size="sm"
          variant="ghost"
          onClick={() => edit(`Turn around ${name}`, () => reverseEdits(flow))}
        >
          <ArrowLeftRight aria-hidden />
          Turn around
        </Button>
      </span>
    </div>
  )
}
