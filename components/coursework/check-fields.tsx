'use client'

import {
  joinFiles,
  joinGroups,
  joinList,
  splitFiles,
  splitGroups,
  splitLines,
  splitList,
} from '@/components/coursework/check-kinds'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { CheckRule } from '@/lib/coursework/rubric/check-rule'

type Props = { check: CheckRule; onChange: (next: CheckRule) => void }

/** The numbers and names of one check; a kind without any has no fields. */
export function CheckFields({ check, onChange }: Props) {
  if (check.kind === 'categories') return null
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-3 gap-y-2">
      {'platform' in check ? (
        <Field label="Platform" className="w-36">
          <Select
            size="sm"
            value={check.platform}
            onChange={(event) =>
              onChange({ ...check, platform: event.target.value as typeof check.platform })
            }
          >
            <option value="docker">Docker</option>
            <option value="kubernetes">Kubernetes</option>
            <option value="other">Other</option>
          </Select>
        </Field>
      ) : null}
      {'tool' in check ? (
        <Field label="Benchmark" className="w-40">
          <Select
            size="sm"
            value={check.tool}
            onChange={(event) => onChange({ ...check, tool: event.target.value as typeof check.tool })}
          >
            <option value="docker-bench">docker-bench</option>
            <option value="kube-bench">kube-bench</option>
          </Select>
        </Field>
      ) : null}
      {'atLeast' in check ? (
        <Field label="At least" className="w-24">
          <Input
            size="sm"
            type="number"
            min={1}
            max={check.kind === 'words' ? 100_000 : 1000}
            value={check.atLeast}
            onChange={(event) =>
              onChange({ ...check, atLeast: Math.max(1, Math.round(Number(event.target.value))) })
            }
          />
        </Field>
      ) : null}
      <ListFields check={check} onChange={onChange} />
    </div>
  )
}

/** Lists are written as text; what is not complete when one leaves the field goes back to what it was. */
function ListFields({ check, onChange }: Props) {
  switch (check.kind) {
    case 'outside-ids':
      return (
        <Text
          label="Numbers that do not count"
          value={joinList(check.ids)}
          onText={(text) => {
            const ids = splitList(text)
            if (ids) onChange({ ...check, ids })
          }}
        />
      )
    case 'outside-keys':
      return (
        <Text
          label="Keys that do not count"
          value={joinList(check.keys)}
          onText={(text) => {
            const keys = splitList(text)
            if (keys) onChange({ ...check, keys })
          }}
        />
      )
    case 'groups':
      return (
        <Text
          label="Parts, one a line: name: components"
          value={joinGroups(check.groups)}
          onText={(text) => {
            const groups = splitGroups(text)
            if (groups) onChange({ ...check, groups })
          }}
        />
      )
    case 'files':
      return (
        <Text
          label="Files, one a line, with other names they go by"
          value={joinFiles(check.files)}
          onText={(text) => {
            const files = splitFiles(text)
            if (files) onChange({ ...check, files })
          }}
        />
      )
    case 'words':
      return (
        <Text
          label="Of this file (empty: of the text)"
          value={check.file ? joinFiles([check.file]) : ''}
          onText={(text) => {
            const { file: _before, ...rest } = check
            const [file] = splitFiles(text) ?? []
            onChange(file ? { ...rest, file } : rest)
          }}
        />
      )
    case 'headings':
      return (
        <>
          <Text
            label="File, with other names it goes by"
            value={joinFiles([check.file])}
            onText={(text) => {
              const [file] = splitFiles(text) ?? []
              if (file) onChange({ ...check, file })
            }}
          />
          <Text
            label="Headings, one a line"
            value={check.headings.join('\n')}
            onText={(text) => {
              const headings = splitLines(text)
              if (headings) onChange({ ...check, headings })
            }}
          />
        </>
      )
    default:
      return null
  }
}

type TextProps = { label: string; value: string; onText: (text: string) => void }

function Text({ label, value, onText }: TextProps) {
  return (
    <Field label={label} className="min-w-56 flex-1">
      <Textarea
        key={value}
        rows={Math.min(6, value.split('\n').length)}
        className="min-h-7! font-mono text-xs"
        defaultValue={value}
        maxLength={4000}
        onBlur={(event) => {
          if (event.target.value !== value) onText(event.target.value)
          event.target.value = value
        }}
      />
    </Field>
  )
}
