'use client'

import { type ReactNode, useId, useMemo, useState } from 'react'
import { arrangeModels, type ModelOrder } from '@/components/models/arrange-models'
import type { DeleteModel } from '@/components/models/model-actions'
import { ModelCardView } from '@/components/models/model-card-view'
import { MoreWhenSeen } from '@/components/models/more-when-seen'
import { useCountingModels } from '@/components/models/use-counting-models'
import { EmptyState } from '@/components/ui/empty-state'
import { Boxes } from '@/components/ui/icons'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { countOf, formatCount } from '@/lib/model/format-count'
import type { ModelCard } from '@/lib/model/protocol'

type ModelListProps = {
  models: readonly ModelCard[]
  now: string
  canChange: boolean
  deleteModel: DeleteModel
  /** Buttons at the right of the search. */
  actions: ReactNode
}

type Which = 'present' | 'archived'

/** So many cards are drawn at once; more come when one scrolls to their place. */
const PAGE = 60

const orders: readonly { value: ModelOrder; label: string }[] = [
  { value: 'updated', label: 'Last changed' },
  { value: 'name', label: 'Name' },
  { value: 'open', label: 'Open threats' },
  { value: 'components', label: 'Components' },
]

/** Every model of the workspace, to search and sort. */
export function ModelList({ models, now, canChange, deleteModel, actions }: ModelListProps) {
  const sortId = useId()
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<ModelOrder>('updated')
  const [which, setWhich] = useState<Which>('present')
  const [limit, setLimit] = useState(PAGE)
  const archived = useMemo(() => models.filter((model) => model.archivedAt !== undefined).length, [models])
  const among = useMemo(
    () => models.filter((model) => (model.archivedAt !== undefined) === (which === 'archived')),
    [models, which],
  )
  const shown = useMemo(() => arrangeModels(among, typed, order), [among, typed, order])
  useCountingModels(models)
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
        {archived > 0 ? (
          <Segmented
            label="Which models"
            value={which}
            options={[
              { value: 'present', label: 'Present' },
              { value: 'archived', label: `Archived ${formatCount(archived)}` },
            ]}
            onChange={setWhich}
          />
        ) : null}
        <p role="status" className="tabular text-ink-muted text-xs max-sm:sr-only">
          {shown.length === among.length
            ? countOf(among.length, 'model')
            : `${formatCount(shown.length)} of ${countOf(among.length, 'model')}`}
        </p>
        <div className="ml-auto flex gap-2 max-sm:order-first max-sm:w-full max-sm:justify-end">
          {actions}
        </div>
      </div>
      {shown.length === 0 ? (
        typed.trim() === '' ? (
          <EmptyState icon={<Boxes aria-hidden />} title="No models here">
            {which === 'present'
              ? 'All models of this workspace are archived.'
              : 'No model is archived any more.'}
          </EmptyState>
        ) : (
          <EmptyState icon={<Boxes aria-hidden />} title={`No model is called “${typed}”`}>
            Search looks at names. Try fewer letters.
          </EmptyState>
        )
      ) : (
        <>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-3">
            {shown.slice(0, limit).map((model) => (
              <li key={model.id}>
                <ModelCardView model={model} now={now} canChange={canChange} deleteModel={deleteModel} />
              </li>
            ))}
          </ul>
          <MoreWhenSeen left={shown.length - limit} onMore={() => setLimit(limit + PAGE)} />
        </>
      )}
    </section>
  )
}
