'use client'

import { useMemo, useState } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import { dataAssetEdits, removeDataAssetEdits } from '@/components/canvas/edits/fields'
import { classificationWords } from '@/components/canvas/sheet/classification-words'
import { useEdit } from '@/components/canvas/sheet/use-edit'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Database, Plus, Trash2 } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { Textarea } from '@/components/ui/textarea'
import { useModel } from '@/lib/client/model-provider'
import { newId } from '@/lib/client/new-id'
import type { DataAsset } from '@/lib/model/elements'
import { countOf } from '@/lib/model/format-count'
import { toLine } from '@/lib/model/to-line'

const classes = Object.keys(classificationWords) as DataAsset['classification'][]

/** What of value the model's flows carry: names, how sensitive it is, and which flows carry it. */
export function DataAssetsSheet() {
  const canEdit = useModel((state) => state.canEdit)
  const dataAssets = useModel((state) => state.model.dataAssets)
  const flows = useModel((state) => state.model.flows)
  const edit = useEdit()
  const [typed, setTyped] = useState('')
  const sorted = useMemo(
    () => Object.values(dataAssets).sort((a, b) => a.name.localeCompare(b.name)),
    [dataAssets],
  )
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    const name = toLine(typed, 200)
    if (name === '') return
    const wanted = { id: newId(), name, classification: 'internal' } as const
    if (edit(`Add data asset ${name}`, (model) => dataAssetEdits(model, wanted))) setTyped('')
  }
  return (
    <Sheet
      title="Data assets"
      description="What is worth protecting. Data flows say which of it they carry."
      size="md"
      isOpen
      onOpenChange={(isOpen) => !isOpen && openCanvasDialog(undefined)}
    >
      {canEdit ? (
        <form onSubmit={add} className="mb-5 flex items-end gap-2">
          <Field label="New data asset" className="flex-1">
            <Input
              maxLength={200}
              placeholder="Customer addresses"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </Field>
          <Button type="submit">
            <Plus aria-hidden />
            Add
          </Button>
        </form>
      ) : null}
      {sorted.length === 0 ? (
        <EmptyState icon={<Database aria-hidden />} title="No data assets yet">
          Name what an attacker would want: passwords, orders, keys, logs.
        </EmptyState>
      ) : null}
      <ul className="flex flex-col gap-4">
        {sorted.map((asset) => (
          <li key={asset.id} className="rounded-md border border-line p-3">
            <AssetForm
              key={`${asset.name}|${asset.description ?? ''}`}
              asset={asset}
              canEdit={canEdit}
              carriers={Object.values(flows).filter(({ dataIds }) => dataIds.includes(asset.id)).length}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type AssetFormProps = { asset: DataAsset; canEdit: boolean; carriers: number }

function AssetForm({ asset, canEdit, carriers }: AssetFormProps) {
  const edit = useEdit()
  const [name, setName] = useState(asset.name)
  const [description, setDescription] = useState(asset.description ?? '')
  const { description: _before, ...rest } = asset
  const keep = (change: Partial<DataAsset> = {}) => {
    const words = description.trim()
    const wanted = {
      ...rest,
      name: toLine(name, 200) || asset.name,
      ...(words && { description: words }),
      ...change,
    }
    edit(`Change data asset ${asset.name}`, (model) => dataAssetEdits(model, wanted))
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <Field label="Name" className="min-w-0 flex-1">
          <Input
            maxLength={200}
            readOnly={!canEdit}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onBlur={() => keep()}
            onKeyDown={(event) => event.key === 'Enter' && keep()}
          />
        </Field>
        <Field label="Classification" className="w-40">
          <Select
            disabled={!canEdit}
            value={asset.classification}
            onChange={({ target }) => keep({ classification: target.value as DataAsset['classification'] })}
          >
            {classes.map((each) => (
              <option key={each} value={each} title={classificationWords[each].help}>
                {classificationWords[each].label}
              </option>
            ))}
          </Select>
        </Field>
        {canEdit ? (
          <IconButton
            label={`Delete ${asset.name}`}
            icon={<Trash2 aria-hidden />}
            onClick={() =>
              edit(`Delete data asset ${asset.name}`, (model) => removeDataAssetEdits(model, asset.id))
            }
          />
        ) : null}
      </div>
      <Field label="Description">
        <Textarea
          rows={2}
          maxLength={2000}
          readOnly={!canEdit}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
          onBlur={() => keep()}
        />
      </Field>
      <p className="text-ink-muted text-xs">
        {classificationWords[asset.classification].help}{' '}
        {carriers === 0 ? 'No data flow carries it.' : `${countOf(carriers, 'data flow')} carry it.`}
      </p>
    </div>
  )
}
