'use client'

import { useRef, useState } from 'react'
import { evidenceAddress, removeEvidence, sendEvidence } from '@/components/findings/scans-store'
import { useScansOfModel } from '@/components/findings/use-findings'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Paperclip, Trash2 } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'

/** Files that show something of a finding or a mitigation: screenshots, PDFs, logs. The report names them. */
export function EvidenceFiles({ about }: { about: string }) {
  const modelId = useModel((state) => state.modelId)
  const canEdit = useModel((state) => state.canEdit)
  const { scans } = useScansOfModel()
  const files = scans.evidence.filter((file) => file.about === about)
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const attach = async (file: File | undefined) => {
    if (!file) return
    const answer = await sendEvidence(modelId, about, file)
    setProblem(answer.ok ? undefined : answer.sentence)
  }
  return (
    <div className="flex flex-col gap-1.5">
      {files.length > 0 ? (
        <ul className="flex flex-col">
          {files.map(({ id, name, size }) => (
            <li key={id} className="flex min-h-8 items-center gap-2">
              <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
              <a
                href={evidenceAddress(modelId, id)}
                download={name}
                className="min-w-0 flex-1 truncate text-accent underline-offset-2 hover:underline"
              >
                {name}
              </a>
              <span className="tabular text-ink-muted text-xs">{Math.ceil(size / 1024)} KB</span>
              {canEdit ? (
                <IconButton
                  label={`Remove ${name}`}
                  icon={<Trash2 aria-hidden />}
                  onClick={async () => {
                    const answer = await removeEvidence(modelId, id)
                    setProblem(answer.ok ? undefined : answer.sentence)
                  }}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {problem ? (
        <p role="alert" className="text-danger text-xs">
          {problem}
        </p>
      ) : null}
      {canEdit ? (
        <>
          <input
            ref={field}
            type="file"
            hidden
            aria-label="File to attach"
            accept=".png,.jpg,.jpeg,.pdf,.txt,.log,.json"
            onChange={({ target }) => {
              void attach(target.files?.[0])
              target.value = ''
            }}
          />
          <Button size="sm" className="self-start" onClick={() => field.current?.click()}>
            <Paperclip aria-hidden />
            Attach a file
          </Button>
        </>
      ) : null}
    </div>
  )
}
