'use client'

import { type ReactNode, useRef, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/icons'
import { Select } from '@/components/ui/select'
import { importRosterAction } from '@/lib/actions/coursework'
import type { RosterAnswer } from '@/lib/coursework/views'

type Columns = RosterAnswer['chosen']

type RosterImportProps = { courseId: string; onDone: () => void; children?: ReactNode }

/**
 * Reads a list of students as CSV: first what it says and which column means what, then keeping it. The children stand
 * beside its button.
 */
export function RosterImport({ courseId, onDone, children }: RosterImportProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState<string>()
  const [trial, setTrial] = useState<RosterAnswer>()
  const [done, setDone] = useState<RosterAnswer>()
  const tried = useSubmit(importRosterAction, setTrial)
  const kept = useSubmit(importRosterAction, (answer) => {
    setDone(answer)
    setText(undefined)
    setTrial(undefined)
    onDone()
  })
  const problem = tried.problem ?? kept.problem
  const choose = (field: keyof Columns, value: string) => {
    if (text === undefined || !trial) return
    const columns = { ...trial.chosen, [field]: value || undefined }
    tried.submit({ courseId, text, columns, isTrial: true })
  }
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => input.current?.click()} isPending={tried.isPending}>
          <FileInput aria-hidden />
          Read a list (CSV)
        </Button>
        {children}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="List of students"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={async (event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (!file) return
          const read = await file.text()
          setText(read)
          setDone(undefined)
          tried.submit({ courseId, text: read, isTrial: true })
        }}
      />
      {problem ? (
        <Callout tone="danger" className="mt-3">
          {problem.sentence}
        </Callout>
      ) : null}
      {done ? (
        <Callout tone="success" className="mt-3">
          Added {done.added}, changed {done.changed} of {done.students} students.
        </Callout>
      ) : null}
      {trial && text !== undefined ? (
        <section
          aria-label="What the list says"
          className="mt-4 rounded-lg border border-line bg-surface p-4"
        >
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-4">
            {(['identifier', 'name', 'lastName', 'email'] as const).map((field) => (
              <Field key={field} label={labels[field]}>
                <Select
                  value={trial.chosen[field] ?? ''}
                  onChange={(event) => choose(field, event.target.value)}
                >
                  {field === 'lastName' || field === 'email' ? <option value="">None</option> : null}
                  {trial.columns.map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </div>
          <p className="mt-3 text-ink-muted">The first of {trial.students} students:</p>
          <ul className="mt-1 mb-3 list-disc pl-5">
            {trial.first.map((one) => (
              <li key={one.identifier}>
                {one.name} <span className="font-mono text-ink-muted text-xs">{one.identifier}</span>{' '}
                {one.email}
              </li>
            ))}
          </ul>
          {trial.skipped.length > 0 ? (
            <details className="mb-3 text-sm">
              <summary>
                {trial.skipped.length === 1
                  ? '1 row is left out'
                  : `${trial.skipped.length} rows are left out`}
              </summary>
              <ul className="mt-1 list-disc pl-5 text-ink-muted">
                {trial.skipped.map(({ line, sentence }) => (
                  <li key={line}>
                    Line {line}: {sentence}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <Button
            variant="primary"
            isPending={kept.isPending}
            disabled={trial.students === 0}
            onClick={() => kept.submit({ courseId, text, columns: trial.chosen, isTrial: false })}
          >
            {trial.students === 1 ? 'Keep 1 student' : `Keep ${trial.students} students`}
          </Button>
        </section>
      ) : null}
    </div>
  )
}

const labels = { identifier: 'Identifier', name: 'Name', lastName: 'Family name', email: 'Mail' } as const
