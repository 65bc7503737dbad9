'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { PreviewResult } from '@/components/coursework/preview-result'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { handInAction, previewHandInAction } from '@/lib/actions/coursework'
import type { PreviewView } from '@/lib/coursework/views'

type Props = {
  assignmentId: string
  models: readonly { id: string; name: string }[]
  isAgain: boolean
}

/** Handing in a text or a model: first what the checks say, then handing in. */
export function HandInForm({ assignmentId, models, isAgain }: Props) {
  const router = useRouter()
  const file = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<'text' | 'model'>('text')
  const [text, setText] = useState('')
  const [modelId, setModelId] = useState(models[0]?.id ?? '')
  const [preview, setPreview] = useState<PreviewView>()
  const look = useSubmit(previewHandInAction, setPreview)
  const send = useSubmit(handInAction, ({ attempt, outcome }) => {
    toast({
      title:
        outcome === 'same'
          ? 'You handed this in before: nothing changed.'
          : `Handed in as attempt ${attempt}.`,
    })
    setPreview(undefined)
    router.refresh()
  })
  const given = {
    assignmentId,
    from: kind === 'text' ? { kind: 'text' as const, text } : { kind: 'model' as const, modelId },
  }
  const isEmpty = kind === 'text' ? text.trim() === '' : modelId === ''
  const problem = look.problem ?? send.problem
  return (
    <section aria-labelledby="hand-in" className="rounded-lg border border-line bg-surface p-4">
      <h2 id="hand-in" className="mb-3 font-semibold text-lg">
        {isAgain ? 'Hand in a further attempt' : 'Hand in'}
      </h2>
      <Segmented
        label="What you hand in"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'text', label: 'A text' },
          { value: 'model', label: 'A model made here' },
        ]}
        className="mb-3"
      />
      {kind === 'text' ? (
        <Field label="Text" hint="Paste it, or open a file.">
          <Textarea
            rows={10}
            className="font-mono text-xs"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      ) : (
        <Field
          label="Model"
          hint="Its threats are handed in as a text, those that you attached or decided first."
        >
          <Select value={modelId} onChange={(event) => setModelId(event.target.value)}>
            {models.length === 0 ? <option value="">You have no model yet</option> : null}
            {models.map((model) => (
              <option key={model.id} value={model.id}>
                {model.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {kind === 'text' ? (
          <Button onClick={() => file.current?.click()}>
            <FileInput aria-hidden />
            Open a file
          </Button>
        ) : null}
        <input
          ref={file}
          type="file"
          hidden
          aria-label="File to hand in"
          accept=".txt,.md,text/plain"
          onChange={async (event) => {
            const [chosen] = event.target.files ?? []
            event.target.value = ''
            if (chosen) setText(await chosen.text())
          }}
        />
        <Button disabled={isEmpty} isPending={look.isPending} onClick={() => look.submit(given)}>
          Check before handing in
        </Button>
        <Button
          variant="primary"
          disabled={isEmpty}
          isPending={send.isPending}
          onClick={() => send.submit(given)}
        >
          Hand in
        </Button>
      </div>
      {problem ? (
        <Callout tone="danger" className="mt-3">
          {problem.sentence}
        </Callout>
      ) : null}
      {preview ? <PreviewResult preview={preview} /> : null}
    </section>
  )
}
