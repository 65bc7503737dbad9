'use client'

import { ItemCard } from '@/components/coursework/review/item-card'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Badge } from '@/components/ui/badge'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { FindingItem } from '@/lib/coursework/apply-corrections'

type Props = {
  finding: FindingItem
  next: string | undefined
  isActive: boolean
  onActive: (item: string | undefined) => void
  correct: ReviewCommands['correct']
}

/** A failed check that the text documents: its number, which check that is, whether it is fixed. */
export function FindingCard({ finding, next, isActive, onActive, correct }: Props) {
  const { item, id, title, key, fixed, why, mismatch } = finding
  return (
    <ItemCard
      item={finding}
      label={`Finding on line ${finding.firstLine}`}
      next={next}
      isActive={isActive}
      onActive={onActive}
      correct={correct}
      heading={
        <>
          <span className="font-mono font-semibold text-xs">{id ?? 'no number'}</span>
          <span className="min-w-0 truncate">{title || key || 'no title'}</span>
          {fixed === null ? null : (
            <Badge tone={fixed ? 'success' : 'warning'}>{fixed ? 'Fixed' : 'Still open'}</Badge>
          )}
        </>
      }
    >
      <p className="text-xs">
        {key ? <span className="font-mono">{key}</span> : 'No known check.'}{' '}
        <span className="text-ink-muted">{why}</span>
      </p>
      {mismatch ? <p className="text-warning text-xs">{mismatch}</p> : null}
      <div className="grid grid-cols-2 gap-2">
        <Field label="Number">
          <Input
            key={id}
            size="sm"
            defaultValue={id ?? ''}
            maxLength={40}
            onBlur={(event) => {
              const value = event.target.value.trim() || null
              if (value !== id) void correct({ kind: 'set-finding', item, fields: { id: value } })
            }}
          />
        </Field>
        <Field label="Hardened">
          <Select
            size="sm"
            value={fixed === null ? '' : fixed ? 'yes' : 'no'}
            onChange={(event) => {
              const { value } = event.target
              void correct({
                kind: 'set-finding',
                item,
                fields: { fixed: value === '' ? null : value === 'yes' },
              })
            }}
          >
            <option value="">Not said</option>
            <option value="yes">Said to pass now</option>
            <option value="no">Said to fail still</option>
          </Select>
        </Field>
      </div>
    </ItemCard>
  )
}
