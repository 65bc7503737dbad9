'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FieldMistakes, type Missing } from '@/components/own-catalogue/entry-field'
import type { ModelDifference, OwnChange, PreviewOwn, SaveOwn } from '@/components/own-catalogue/own-actions'
import { PreviewResult } from '@/components/own-catalogue/preview-result'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { toast } from '@/components/ui/toast'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Example } from '@/lib/catalogue/entries'
import type { OwnList } from '@/lib/catalogue/own/own-catalogue'
import type { Problem, Result } from '@/lib/model/protocol'

export type EntryFormProps = {
  version: number
  saveOwn: SaveOwn
  previewOwn: PreviewOwn
}

type FormProps = EntryFormProps & {
  /** Names the form: "Own threat". */
  label: string
  list: OwnList
  /** The id of what is edited; undefined for a new entry. */
  id: string | undefined
  catalogue: Catalogue
  /** What would be saved, or what is missing yet. */
  change: () => OwnChange | Missing
  children: ReactNode
}

type Preview = { models: readonly ModelDifference[]; examples: readonly Example[] }

/** Fields, then what saving would do in every model, then saving. */
export function EntryForm({
  label,
  list,
  id,
  version,
  catalogue,
  change,
  saveOwn,
  previewOwn,
  children,
}: FormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState<readonly Missing[]>([])
  const [preview, setPreview] = useState<Preview>()
  const [pending, setPending] = useState<'preview' | 'save' | 'remove'>()
  const showProblems = (found: readonly Missing[]) => {
    flushSync(() => setProblems(found))
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const run = async <T,>(
    what: NonNullable<typeof pending>,
    call: () => Promise<Result<T>>,
  ): Promise<T | undefined> => {
    setPending(what)
    setProblems([])
    try {
      const result = await call()
      if (result.ok) return result.value
      showProblems(mistakesOf(result))
    } catch {
      setProblems([{ sentence: 'The server could not be reached. Try again in a moment.' }])
    } finally {
      setPending(undefined)
    }
    return undefined
  }
  const withChange = (then: (made: OwnChange) => void) => {
    const made = change()
    if ('sentence' in made) showProblems([made])
    else then(made)
  }
  const look = () =>
    withChange(async (made) => {
      setPreview(undefined)
      const found = await run('preview', () => previewOwn({ change: made }))
      if (found) setPreview(found)
    })
  const save = () =>
    withChange(async (made) => {
      if (!(await run('save', () => saveOwn({ version, change: made })))) return
      toast({ title: `${label} saved.`, description: 'Models get it when you move them under Updates.' })
      leave()
    })
  const remove = async () => {
    if (!id || !(await run('remove', () => saveOwn({ version, change: { do: 'remove', list, id } })))) return
    toast({ title: `${label} removed.` })
    leave()
  }
  const leave = () => {
    router.push('/catalogue/own')
    router.refresh()
  }
  const mistakes = new Map(
    problems.flatMap(({ field, sentence }) => (field === undefined ? [] : [[field, sentence] as const])),
  )
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-6 md:px-6"
    >
      <FieldMistakes value={mistakes}>{children}</FieldMistakes>
      {problems.length > 0 ? (
        <Callout tone="danger" title={problems.length === 1 ? undefined : 'This cannot be saved yet'}>
          {problems.length === 1 ? (
            problems[0]?.sentence
          ) : (
            <ul className="list-disc pl-5">
              {problems.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Callout>
      ) : null}
      <div className="flex flex-wrap gap-2 border-line border-t pt-4">
        <Button onClick={look} isPending={pending === 'preview'}>
          Try it on your models
        </Button>
        <Button type="submit" variant="primary" isPending={pending === 'save'}>
          Save
        </Button>
        {id ? (
          <Button variant="ghost" className="ml-auto" onClick={remove} isPending={pending === 'remove'}>
            Remove this entry
          </Button>
        ) : null}
      </div>
      {preview ? <PreviewResult preview={preview} catalogue={catalogue} /> : null}
    </form>
  )
}

/** What the server finds wrong, each sentence once, with the field of the entry that it is about. */
function mistakesOf({ issues = [], sentence }: Problem): Missing[] {
  if (issues.length === 0) return [{ sentence }]
  const bySentence = new Map(issues.map((issue) => [issue.sentence, issue]))
  return [...bySentence.values()].map((issue) => {
    const field = /\bentry\.(\w+)/.exec(issue.path)?.[1]
    return field === undefined ? { sentence: issue.sentence } : { sentence: issue.sentence, field }
  })
}
