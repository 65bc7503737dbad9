'use client'

import { Boxes } from 'lucide-react'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { arrangeModels, type ModelOrder } from '@/components/models/arrange-models'
import type { DeleteModel } from '@/components/models/model-actions'
import { ModelCardView } from '@/components/models/model-card-view'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import type { ModelCard } from '@/lib/model/protocol'

type ModelListProps = {
  models: readonly ModelCard[]
  now: string
  canDelete: boolean
  deleteModel: DeleteModel
  /** Buttons at the right of the search. */
  actions: ReactNode
}

const orders: readonly { value: ModelOrder; label: string }[] = [
  { value: 'updated', label: 'Last changed' },
  { value: 'name', label: 'Name' },
  { value: 'open', label: 'Open threats' },
  { value: 'components', label: 'Components' },
]

/** Every model of the workspace, to search and sort. */
export function ModelList({ models, now, canDelete, deleteModel, actions }: ModelListProps) {
  const sortId = useId()
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<ModelOrder>('updated')
  const shown = useMemo(() => arrangeModels(models, typed, order), [models, typed, order])
  return (
    <section aria-label="Models">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search models"
          value={typed}
          onValueChange={setTyped}
          className="w-64 max-sm:w-full"
        />
        <div className="flex items-center gap-2">
          <label htmlFor={sortId} className="whitespace-nowrap text-ink-muted text-xs">
            Sort by
          </label>
          <Select
            id={sortId}
            value={order}
            onChange={(event) => setOrder(event.target.value as ModelOrder)}
            className="w-36!"
          >
            {orders.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        </div>
        <p role="status" className="tabular text-ink-muted text-xs max-sm:sr-only">
          {shown.length === models.length
            ? countOf(models.length)
            : `${shown.length} of ${countOf(models.length)}`}
        </p>
        <div className="ml-auto flex gap-2 max-sm:order-first max-sm:w-full max-sm:justify-end">
          {actions}
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<Boxes aria-hidden />} title={`No model is called “${typed}”`}>
          Search looks at names. Try fewer letters.
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-3">
          {shown.map((model) => (
            <li key={model.id}>
              <ModelCardView model={model} now={now} canDelete={canDelete} deleteModel={deleteModel} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function countOf(models: number): string {
  return models === 1 ? '1 model' : `${models} models`
}
