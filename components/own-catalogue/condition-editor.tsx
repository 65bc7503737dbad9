'use client'

import {
  asGroup,
  firstTest,
  sharedAttributes,
  sharedRelations,
} from '@/components/own-catalogue/condition-draft'
import { TestEditor } from '@/components/own-catalogue/test-editor'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { ListPlus, Plus, Waypoints, X } from '@/components/ui/icons'
import { Select } from '@/components/ui/select'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Condition } from '@/lib/catalogue/condition'

type Group = Extract<Condition, { op: 'any' | 'all' }>
type Step = Extract<Condition, { op: 'some' | 'every' }>

type GroupEditorProps = {
  /** Names the group for those who do not see it: "Raised when". */
  label: string
  group: Group
  /** What it is said of; several types share what all of them have. */
  types: readonly string[]
  catalogue: Catalogue
  onChange: (group: Group) => void
  depth?: number
}

const MAX_DEPTH = 4

/** A condition put together by choosing: facts, what related components are, groups of those. */
export function GroupEditor({ label, group, types, catalogue, onChange, depth = 1 }: GroupEditorProps) {
  const attributes = sharedAttributes(catalogue, types)
  const relations = depth < MAX_DEPTH ? sharedRelations(catalogue, types) : []
  const [attribute] = attributes
  const [relation] = relations
  const add = (part: Condition) => onChange({ ...group, of: [...group.of, part] })
  const set = (index: number, part: Condition) =>
    onChange({ ...group, of: group.of.map((other, at) => (at === index ? part : other)) })
  const remove = (index: number) => onChange({ ...group, of: group.of.filter((_, at) => at !== index) })
  return (
    <fieldset className={depth > 1 ? 'rounded-md border border-line bg-sunken p-2.5' : ''}>
      <legend className="sr-only">{label}</legend>
      {group.of.length > 1 ? (
        <Select
          aria-label={`${label}: how the parts go together`}
          size="sm"
          className="mb-2 w-44!"
          value={group.op}
          onChange={({ target }) => onChange({ ...group, op: target.value as Group['op'] })}
        >
          <option value="all">All of these hold</option>
          <option value="any">Any of these holds</option>
        </Select>
      ) : null}
      <ul className="flex flex-col gap-2">
        {group.of.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no ids; their controls hold no state of their own.
          <li key={index} className="flex items-start gap-1.5">
            <div className="min-w-0 flex-1">
              <Part
                label={`${label}, part ${index + 1}`}
                part={part}
                types={types}
                catalogue={catalogue}
                depth={depth}
                onChange={(next) => set(index, next)}
              />
            </div>
            <IconButton
              label={`Remove part ${index + 1} of ${label}`}
              size="sm"
              icon={<X aria-hidden />}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {attribute ? (
          <Button
            size="sm"
            onClick={() => add({ op: 'fact', attribute: attribute.id, test: firstTest(attribute) })}
          >
            <Plus aria-hidden />
            Add a fact
          </Button>
        ) : null}
        {relation ? (
          <Button size="sm" variant="ghost" onClick={() => add({ op: 'some', relation: relation.id })}>
            <Waypoints aria-hidden />
            Add a related component
          </Button>
        ) : null}
        {depth < MAX_DEPTH && group.of.length > 0 ? (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => add({ op: group.op === 'all' ? 'any' : 'all', of: [] })}
          >
            <ListPlus aria-hidden />
            Add a group
          </Button>
        ) : null}
      </div>
      {types.length > 0 && !attribute && !relation ? (
        <p className="mt-1 text-ink-muted text-xs">
          These types have no fact in common. Choose fewer of them.
        </p>
      ) : null}
    </fieldset>
  )
}

type PartProps = {
  label: string
  part: Condition
  types: readonly string[]
  catalogue: Catalogue
  depth: number
  onChange: (part: Condition) => void
}

function Part({ label, part, types, catalogue, depth, onChange }: PartProps) {
  const isNot = part.op === 'not'
  const inner = isNot ? part.of : part
  const put = (next: Condition) => onChange(isNot ? { op: 'not', of: next } : next)
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
      <Checkbox
        label="Not"
        aria-label={`${label}: not`}
        checked={isNot}
        onChange={({ target }) => onChange(target.checked ? { op: 'not', of: inner } : inner)}
      />
      <div className="min-w-0 flex-1 basis-64">
        {inner.op === 'fact' ? (
          <TestEditor
            label={label}
            fact={inner}
            attributes={sharedAttributes(catalogue, types)}
            catalogue={catalogue}
            onChange={put}
          />
        ) : inner.op === 'some' || inner.op === 'every' ? (
          <StepEditor
            label={label}
            step={inner}
            types={types}
            catalogue={catalogue}
            depth={depth}
            onChange={put}
          />
        ) : (
          <GroupEditor
            label={label}
            group={asGroup(inner)}
            types={types}
            catalogue={catalogue}
            depth={depth + 1}
            onChange={put}
          />
        )}
      </div>
    </div>
  )
}

type StepEditorProps = Omit<PartProps, 'part'> & { step: Step }

function StepEditor({ label, step, types, catalogue, depth, onChange }: StepEditorProps) {
  const relations = sharedRelations(catalogue, types)
  const to = catalogue.relations.get(step.relation)?.to ?? []
  const where = asGroup(step.where)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        <Select
          aria-label={`${label}: how many`}
          size="sm"
          className="w-32!"
          value={step.op}
          onChange={({ target }) => onChange({ ...step, op: target.value as Step['op'] })}
        >
          <option value="some">At least one of</option>
          <option value="every">Every one of</option>
        </Select>
        <Select
          aria-label={`${label}: related component`}
          size="sm"
          className="w-64!"
          value={step.relation}
          onChange={({ target }) => onChange({ op: step.op, relation: target.value })}
        >
          {relations.map(({ id, label: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
      </div>
      <GroupEditor
        label={`${label}, of which`}
        group={where}
        types={to}
        catalogue={catalogue}
        depth={depth + 1}
        onChange={(next) =>
          onChange(next.of.length > 0 ? { ...step, where: next } : { op: step.op, relation: step.relation })
        }
      />
    </div>
  )
}
