'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { OwnChange, SaveOwn } from '@/components/own-catalogue/own-actions'
import { ownHref, ownLists, ownListWords } from '@/components/own-catalogue/own-lists'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { buttonStyle } from '@/components/ui/button-style'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Download, Plus } from '@/components/ui/icons'
import { toast } from '@/components/ui/toast'
import type { OwnCatalogue, OwnList } from '@/lib/catalogue/own/own-catalogue'

type OwnPageProps = {
  own: OwnCatalogue
  disabled: readonly { id: string; title: string }[]
  version: number
  canEdit: boolean
  stale: readonly string[]
  saveOwn: SaveOwn
}

/** What this workspace adds to the catalogue and what it switched off; as a file out and in again. */
export function OwnPage({ own, disabled, version, canEdit, stale, saveOwn }: OwnPageProps) {
  const router = useRouter()
  const [problems, setProblems] = useState<readonly string[]>([])
  const [file, setFile] = useState<{ name: string; text: string }>()
  const input = useRef<HTMLInputElement>(null)
  const save = async (change: OwnChange, done: string): Promise<string | undefined> => {
    setProblems([])
    const result = await saveOwn({ version, change })
    if (!result.ok) {
      setProblems(result.issues?.map(({ sentence }) => sentence) ?? [result.sentence])
      return result.sentence
    }
    toast({ title: done })
    router.refresh()
    return undefined
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-6 md:px-6">
      <p className="max-w-prose text-ink-muted">
        Threats, mitigations, component types and facts that only this workspace has. They are checked by the
        rules of the catalogue and stand beside it in every new model; models that exist get them under
        Updates.
      </p>
      {stale.length > 0 ? (
        <Problems title="These no longer fit the newest catalogue" sentences={stale} />
      ) : null}
      {problems.length > 0 ? <Problems title="Nothing was changed" sentences={problems} /> : null}
      <div className="flex flex-wrap gap-2">
        <a href="/api/catalogue/own" download className={buttonStyle('secondary')}>
          <Download aria-hidden />
          Download as YAML
        </a>
        {canEdit ? (
          <>
            <Button onClick={() => input.current?.click()}>Read a YAML file</Button>
            <input
              ref={input}
              type="file"
              accept=".yaml,.yml"
              aria-label="File of own entries"
              className="sr-only"
              tabIndex={-1}
              onChange={async ({ target }) => {
                const [chosen] = target.files ?? []
                if (chosen) setFile({ name: chosen.name, text: await chosen.text() })
                target.value = ''
              }}
            />
          </>
        ) : null}
      </div>
      {ownLists.map((list) => (
        <OwnSection key={list} list={list} own={own} canEdit={canEdit} />
      ))}
      <section aria-labelledby="switched-off" className="flex flex-col gap-2">
        <h2 id="switched-off" className="border-line border-b pb-1 font-semibold text-base">
          Switched off
        </h2>
        {disabled.length === 0 ? (
          <p className="text-ink-muted">
            Every threat of the catalogue is in use. A threat’s page has a button to switch it off.
          </p>
        ) : (
          <ul className="flex flex-col">
            {disabled.map(({ id, title }) => (
              <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-3">
                <span className="font-mono text-ink-muted text-xs">{id}</span>
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{title}</span>
                {canEdit ? (
                  <Button
                    size="sm"
                    aria-label={`Switch on: ${title}`}
                    onClick={() => save({ do: 'switch', ids: [id], isOn: true }, `Switched on: ${title}.`)}
                  >
                    Switch on
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      <ConfirmDialog
        title="Replace the own entries?"
        confirmLabel="Replace them"
        isOpen={file !== undefined}
        onOpenChange={(isOpen) => !isOpen && setFile(undefined)}
        onConfirm={async () => {
          const problem = await save({ do: 'read', text: file?.text ?? '' }, `Read ${file?.name}.`)
          if (!problem) setFile(undefined)
          return problem
        }}
      >
        What stands in {file?.name} takes the place of all own entries here. Models keep what they are pinned
        to until you move them.
      </ConfirmDialog>
    </div>
  )
}

function Problems({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <Callout tone="danger" title={title}>
      <ul className="list-disc pl-5">
        {sentences.slice(0, 20).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Callout>
  )
}

function OwnSection({ list, own, canEdit }: { list: OwnList; own: OwnCatalogue; canEdit: boolean }) {
  const { one, many, help } = ownListWords[list]
  const entries = (own[list] as readonly { id: string; title?: string; label?: string }[]).map(
    ({ id, title, label }) => ({
      id,
      title: title ?? label ?? id,
    }),
  )
  return (
    <section aria-labelledby={`own-${list}`} className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2 border-line border-b pb-1">
        <h2 id={`own-${list}`} className="font-semibold text-base">
          {many}
        </h2>
        {canEdit ? (
          <ButtonLink href={ownHref(list)} size="sm" variant="ghost">
            <Plus aria-hidden />
            New {one}
          </ButtonLink>
        ) : null}
      </div>
      {entries.length === 0 ? (
        <p className="text-ink-muted">None yet. {help}</p>
      ) : (
        <ul className="flex flex-col">
          {entries.map(({ id, title }) => (
            <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-3">
              {canEdit ? (
                <Link
                  href={ownHref(list, id)}
                  className="font-medium text-accent underline-offset-2 [overflow-wrap:anywhere] hover:underline"
                >
                  {title}
                </Link>
              ) : (
                <span className="font-medium">{title}</span>
              )}
              <span className="font-mono text-ink-muted text-xs">{id}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
