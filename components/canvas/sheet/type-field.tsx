'use client'

import { flowTypesBetween } from '@/components/canvas/edits/connect'
import { typeEdit } from '@/components/canvas/edits/fields'
import { mayStandIn } from '@/components/canvas/edits/standing'
import { useEdit } from '@/components/canvas/sheet/use-edit'
import { TypeIcon } from '@/components/canvas/type-icon'
import { useElementWords } from '@/components/threats/use-element-words'
import { Select } from '@/components/ui/select'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'

const platforms = { docker: 'Docker', kubernetes: 'Kubernetes', shared: 'Shared' } as const

/** The type of a component or flow, to change in place. Its questions and threats follow at once. */
export function TypeField({ elementId }: { elementId: string }) {
  const canEdit = useModel((state) => state.canEdit)
  const catalogue = useModel((state) => state.catalogue)
  const component = useModel((state) => entryOf(state.model.components, elementId))
  const flow = useModel((state) => entryOf(state.model.flows, elementId))
  const parentType = useModel((state) => entryOf(state.model.components, component?.parentId ?? '')?.type)
  const ends = useModel(({ model }) =>
    flow ? `${model.components[flow.from]?.type ?? ''}|${model.components[flow.to]?.type ?? ''}` : '',
  )
  const { name } = useElementWords()(elementId)
  const edit = useEdit()
  const type = component?.type ?? flow?.type ?? ''
  const entry = catalogue.componentTypes.get(type) ?? catalogue.flowTypes.get(type)
  if (!canEdit) {
    return (
      <span className="inline-flex items-center gap-1.5" title={entry?.help}>
        {component ? (
          <TypeIcon type={catalogue.componentTypes.get(type)} className="size-3.5 text-ink-muted" />
        ) : null}
        {entry?.label ?? type}
      </span>
    )
  }
  const [from = '', to = ''] = ends.split('|')
  const flowTypes = flow ? flowTypesBetween(catalogue, from, to) : []
  return (
    <Select
      size="sm"
      aria-label="Type"
      title={entry?.help}
      value={type}
      onChange={({ target }) =>
        edit(`Make ${name} a ${target.selectedOptions[0]?.text ?? target.value}`, (model) =>
          typeEdit(model, elementId, target.value),
        )
      }
    >
      {entry ? null : <option value={type}>{type}</option>}
      {flow
        ? flowTypes.map((id) => (
            <option key={id} value={id}>
              {catalogue.flowTypes.get(id)?.label ?? id}
            </option>
          ))
        : (Object.keys(platforms) as (keyof typeof platforms)[]).map((platform) => {
            const fitting = catalogue.pack.componentTypes.filter(
              (each) =>
                each.platform === platform &&
                (each.id === type || parentType === undefined || mayStandIn(catalogue, each.id, parentType)),
            )
            return fitting.length === 0 ? null : (
              <optgroup key={platform} label={platforms[platform]}>
                {fitting.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.label}
                  </option>
                ))}
              </optgroup>
            )
          })}
    </Select>
  )
}
