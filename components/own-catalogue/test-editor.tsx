'use client'

import { firstTest } from '@/components/own-catalogue/condition-draft'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Condition, Test } from '@/lib/catalogue/condition'
import type { Attribute } from '@/lib/catalogue/entries'

type Fact = Extract<Condition, { op: 'fact' }>

type TestEditorProps = {
  label: string
  fact: Fact
  attributes: readonly Attribute[]
  catalogue: Catalogue
  onChange: (fact: Fact) => void
}

/** One fact and what it is held against. */
export function TestEditor({ label, fact, attributes, catalogue, onChange }: TestEditorProps) {
  const attribute = catalogue.attributes.get(fact.attribute)
  const groups = [...new Set(attributes.map(({ group }) => group))]
  return (
    <div className="flex flex-wrap items-start gap-1.5">
      <Select
        aria-label={`${label}: fact`}
        size="sm"
        className="w-64!"
        value={fact.attribute}
        onChange={({ target }) => {
          const next = catalogue.attributes.get(target.value)
          if (next) onChange({ op: 'fact', attribute: next.id, test: firstTest(next) })
        }}
      >
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {attributes
              .filter((each) => each.group === group)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.label}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      {attribute ? (
        <TestControl
          label={label}
          attribute={attribute}
          test={fact.test}
          onChange={(test) => onChange({ ...fact, test })}
        />
      ) : null}
    </div>
  )
}

type TestControlProps = { label: string; attribute: Attribute; test: Test; onChange: (test: Test) => void }

function TestControl(props: TestControlProps) {
  switch (props.attribute.type) {
    case 'boolean':
      return <YesNo {...props} />
    case 'enum':
      return <OneOf {...props} />
    case 'number':
      return <Bound {...props} />
    case 'list':
      return <Holds {...props} />
    default:
      return <Words {...props} />
  }
}

function YesNo({ label, test, onChange }: TestControlProps) {
  return (
    <Select
      aria-label={`${label}: value`}
      size="sm"
      className="w-24!"
      value={test === false ? 'no' : 'yes'}
      onChange={({ target }) => onChange(target.value === 'yes')}
    >
      <option value="yes">is yes</option>
      <option value="no">is no</option>
    </Select>
  )
}

function valuesOf(test: Test): string[] {
  if (typeof test !== 'object') return [String(test)]
  if ('in' in test) return test.in.map(String)
  if ('notIn' in test) return test.notIn.map(String)
  if ('hasAny' in test) return test.hasAny
  return 'hasAll' in test ? test.hasAll : []
}

function OneOf({ label, attribute, test, onChange }: TestControlProps) {
  const chosen = valuesOf(test)
  const isNot = typeof test === 'object' && 'notIn' in test
  const put = (values: string[], not = isNot) => {
    if (values.length > 0) onChange(not ? { notIn: values } : { in: values })
  }
  return (
    <div className="flex flex-col gap-1">
      <Select
        aria-label={`${label}: one of these or none of them`}
        size="sm"
        className="w-32!"
        value={isNot ? 'notIn' : 'in'}
        onChange={({ target }) => put(chosen, target.value === 'notIn')}
      >
        <option value="in">is one of</option>
        <option value="notIn">is none of</option>
      </Select>
      <div className="flex flex-wrap gap-x-3">
        {attribute.values?.map((value) => (
          <Checkbox
            key={value}
            label={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              put(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
        ))}
      </div>
    </div>
  )
}

function Bound({ label, test, onChange }: TestControlProps) {
  const isBelow = typeof test === 'object' && 'below' in test
  const value =
    typeof test === 'object'
      ? 'below' in test
        ? test.below
        : 'atLeast' in test
          ? test.atLeast
          : 0
      : Number(test)
  const put = (number: number, below: boolean) => onChange(below ? { below: number } : { atLeast: number })
  return (
    <>
      <Select
        aria-label={`${label}: below or at least`}
        size="sm"
        className="w-28!"
        value={isBelow ? 'below' : 'atLeast'}
        onChange={({ target }) => put(value, target.value === 'below')}
      >
        <option value="atLeast">is at least</option>
        <option value="below">is below</option>
      </Select>
      <Input
        aria-label={`${label}: number`}
        size="sm"
        type="number"
        className="w-24!"
        value={value}
        onChange={({ target }) => put(Number(target.value) || 0, isBelow)}
      />
    </>
  )
}

const listKinds = {
  hasAny: 'has any of',
  hasAll: 'has all of',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
} as const
type ListKind = keyof typeof listKinds

function Holds({ label, test, onChange }: TestControlProps) {
  const kind: ListKind =
    typeof test !== 'object' || 'isEmpty' in test
      ? typeof test === 'object' && test.isEmpty
        ? 'isEmpty'
        : 'isNotEmpty'
      : 'hasAll' in test
        ? 'hasAll'
        : 'hasAny'
  const put = (next: ListKind, values: string[]) => {
    if (next === 'isEmpty' || next === 'isNotEmpty') return onChange({ isEmpty: next === 'isEmpty' })
    const items = values.length > 0 ? values : ['value']
    onChange(next === 'hasAll' ? { hasAll: items } : { hasAny: items })
  }
  return (
    <>
      <Select
        aria-label={`${label}: what the list holds`}
        size="sm"
        className="w-32!"
        value={kind}
        onChange={({ target }) => put(target.value as ListKind, valuesOf(test))}
      >
        {Object.entries(listKinds).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
      {kind === 'hasAny' || kind === 'hasAll' ? (
        <Values label={label} values={valuesOf(test)} onChange={(values) => put(kind, values)} />
      ) : null}
    </>
  )
}

function Words({ label, test, onChange }: TestControlProps) {
  const isNot = typeof test === 'object' && 'notIn' in test
  const put = (values: string[], not: boolean) => {
    if (values.length > 0) onChange(not ? { notIn: values } : { in: values })
  }
  return (
    <>
      <Select
        aria-label={`${label}: one of these or none of them`}
        size="sm"
        className="w-32!"
        value={isNot ? 'notIn' : 'in'}
        onChange={({ target }) => put(valuesOf(test), target.value === 'notIn')}
      >
        <option value="in">is one of</option>
        <option value="notIn">is none of</option>
      </Select>
      <Values label={label} values={valuesOf(test)} onChange={(values) => put(values, isNot)} />
    </>
  )
}

function Values({
  label,
  values,
  onChange,
}: {
  label: string
  values: readonly string[]
  onChange: (values: string[]) => void
}) {
  return (
    <Input
      aria-label={`${label}: values, separated by commas`}
      size="sm"
      className="w-56!"
      defaultValue={values.join(', ')}
      onBlur={({ target }) => {
        const typed = [...new Set(target.value.split(',').map((item) => item.trim()))].filter(
          (item) => item !== '',
        )
        if (typed.length > 0) onChange(typed.slice(0, 100))
      }}
    />
  )
}
