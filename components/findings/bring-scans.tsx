'use client'

import { useRef, useState } from 'react'
import { type Imported, sendScans } from '@/components/findings/scans-store'
import type { ChosenFile } from '@/components/imports/collect-files'
import { DropOverlay } from '@/components/imports/drop-overlay'
import { startImport } from '@/components/imports/import-store'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { ClipboardPaste, Upload } from '@/components/ui/icons'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { useModel } from '@/lib/client/model-provider'

/** As many as are taken at once. */
const MOST = 20

type Files = readonly { path: string; file: Blob }[]

/** Brings output of scanners in: chosen, dropped anywhere on the page, or pasted. */
export function BringScans({ onBrought }: { onBrought: (runId: string) => void }) {
  const modelId = useModel((state) => state.modelId)
  const field = useRef<HTMLInputElement>(null)
  const [isReading, setReading] = useState(false)
  const [isPasting, setPasting] = useState(false)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [imported, setImported] = useState<Imported>()
  const [others, setOthers] = useState<readonly ChosenFile[]>([])

  const bring = async (files: Files) => {
    if (files.length === 0 || isReading) return
    setReading(true)
    setProblem(undefined)
    const answer = await sendScans(modelId, files)
    setReading(false)
    if (!answer.ok) return setProblem(answer.sentence)
    const { runs, unreadable } = answer.value
    const unknown = new Set(unreadable.map(({ file }) => file))
    setOthers(
      files.flatMap(({ path, file }) => (unknown.has(path) && file instanceof File ? [{ path, file }] : [])),
    )
    const last = runs.at(-1)
    if (last) {
      onBrought(last.head.id)
      setPasting(false)
      setText('')
      toast({
        title: last.isNew
          ? `Kept as run ${last.head.number}.`
          : `This file is run ${last.head.number} already.`,
      })
    }
    if (unreadable.length > 0 || runs.some((run) => run.warnings.length > 0 || run.unexplained.length > 0))
      setImported(answer.value)
  }

  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label="Scans to import"
        onChange={({ target }) => {
          void bring([...(target.files ?? [])].map((file) => ({ path: file.name, file })))
          target.value = ''
        }}
      />
      <Button size="sm" variant="primary" disabled={isReading} onClick={() => field.current?.click()}>
        <Upload aria-hidden />
        {isReading ? 'Reading' : 'Import scan'}
      </Button>
      <Button size="sm" onClick={() => setPasting(true)}>
        <ClipboardPaste aria-hidden />
        Paste
      </Button>
      <DropOverlay
        label="Drop scans to read them"
        hint="Output of docker-bench, kube-bench, Trivy, Kubescape, Checkov and others, as text, JSON or YAML, or a zip of such."
        isDisabled={isPasting}
        onChosen={async (chosen) => {
          const { files, hasMore } = await chosen
          // A whole folder: what it holds is looked at first, its scans are offered from there.
          if (files.length > MOST) void startImport(modelId, { files, hasMore })
          else void bring(files)
        }}
      />
      <Dialog
        title="Paste the output of a scanner"
        isOpen={isPasting}
        onOpenChange={setPasting}
        size="lg"
        footer={
          <Button
            variant="primary"
            disabled={isReading || text.trim() === ''}
            onClick={() => void bring([{ path: 'pasted.txt', file: new Blob([text]) }])}
          >
            Read it
          </Button>
        }
      >
        <Field label="Output" hint="Colours, prompts and prefixes of logs may stay in it.">
          <Textarea
            rows={14}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className="font-mono text-xs"
          />
        </Field>
      </Dialog>
      <Dialog
        title="The scan could not be sent"
        size="sm"
        isOpen={problem !== undefined}
        onOpenChange={() => setProblem(undefined)}
        footer={<Button onClick={() => setProblem(undefined)}>Close</Button>}
      >
        <Callout tone="danger" title="Nothing was kept">
          {problem}
        </Callout>
      </Dialog>
      <Dialog
        title="How the files were read"
        isOpen={imported !== undefined}
        onOpenChange={() => setImported(undefined)}
        footer={
          <>
            {others.length > 0 ? (
              <Button
                variant="primary"
                onClick={() => {
                  setImported(undefined)
                  void startImport(modelId, { files: others, hasMore: false })
                }}
              >
                Plan importing {others.length === 1 ? others[0]?.path : `these ${others.length} files`}
              </Button>
            ) : null}
            <Button onClick={() => setImported(undefined)}>Close</Button>
          </>
        }
      >
        {imported ? <ReadingNotes imported={imported} /> : null}
        {others.length > 0 ? (
          <p className="mt-3 text-sm">
            What is no scan may declare components: plan importing it to see what it would add to the model.
          </p>
        ) : null}
      </Dialog>
    </>
  )
}

function ReadingNotes({ imported: { runs, unreadable } }: { imported: Imported }) {
  return (
    <div className="flex flex-col gap-3">
      {unreadable.map(({ file, line, sentence }) => (
        <Callout key={file} tone="danger" title={line ? `${file}:${line}` : file}>
          {sentence}
        </Callout>
      ))}
      {runs.map(({ head, warnings, unexplained }) =>
        warnings.length + unexplained.length === 0 ? null : (
          <Callout key={head.id} tone="warning" title={head.file.name}>
            {warnings.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {unexplained.length > 0 ? (
              <>
                <p>Lines that nobody could explain:</p>
                <pre className="mt-1 max-h-40 overflow-auto font-mono text-xs">{unexplained.join('\n')}</pre>
              </>
            ) : null}
          </Callout>
        ),
      )}
    </div>
  )
}
