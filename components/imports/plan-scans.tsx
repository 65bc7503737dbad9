'use client'

import Link from 'next/link'
import { useState } from 'react'
import { sendScans } from '@/components/findings/scans-store'
import { giveUpImport, keepNewModel, useImport } from '@/components/imports/import-store'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useModel } from '@/lib/client/model-provider'
import type { FileOutcome } from '@/lib/importers/extract'

/** As many as are taken at once. */
const MOST = 20

/** Output of scanners among the files: it holds findings and goes its own way, from here as from the findings page. */
export function PlanScans({ outcomes }: { outcomes: readonly FileOutcome[] }) {
  const modelId = useModel((state) => state.modelId)
  const { current } = useImport()
  const [isReading, setReading] = useState(false)
  const [said, setSaid] = useState<{ tone: 'success' | 'danger' | 'warning'; sentence: string }>()
  const scans = outcomes.filter(({ scanner }) => scanner !== undefined)
  const given = current.step === 'planned' ? current.scans : []
  if (scans.length === 0) return null
  const send = async () => {
    setReading(true)
    const answer = await sendScans(modelId, given.slice(0, MOST))
    setReading(false)
    if (!answer.ok) return setSaid({ tone: 'danger', sentence: answer.sentence })
    const { runs, unreadable } = answer.value
    if (runs.length > 0) keepNewModel()
    const warnings = runs.flatMap((run) =>
      run.warnings.map((sentence) => `${run.head.file.name}: ${sentence}`),
    )
    const kept = `${runs.length} ${runs.length === 1 ? 'scan is' : 'scans are'} kept beside the model.`
    const bad = unreadable.map(({ file, sentence }) => `${file}: ${sentence}`)
    const notes = [...bad, ...warnings].slice(0, MOST)
    setSaid({ tone: notes.length > 0 ? 'warning' : 'success', sentence: [kept, ...notes].join(' ') })
  }
  if (said)
    return (
      <Callout tone={said.tone} title={said.sentence}>
        <Link
          href={`/models/${encodeURIComponent(modelId)}/findings`}
          onClick={() => giveUpImport()}
          className="text-accent underline underline-offset-2"
        >
          Look at the findings
        </Link>{' '}
        once this plan is committed or not wanted.
      </Callout>
    )
  const label = `${scans.length} ${scans.length === 1 ? 'file holds' : 'files hold'} output of scanners`
  return (
    <Callout
      title={label}
      action={
        given.length > 0 ? (
          <Button size="sm" disabled={isReading} onClick={() => void send()}>
            {isReading
              ? 'Reading'
              : `Import ${Math.min(scans.length, MOST)} ${scans.length === 1 ? 'scan' : 'scans'}`}
          </Button>
        ) : undefined
      }
    >
      <p>
        That is findings, no components. Imported as scans, they stand on the findings page of this model.
      </p>
      <ul>
        {scans.slice(0, MOST).map(({ file, scanner }) => (
          <li key={file}>
            <span className="font-mono text-xs">{file}</span>: {scanner}
          </li>
        ))}
      </ul>
      {scans.length > MOST ? <p>The first {MOST} are taken; drop the others again afterwards.</p> : null}
    </Callout>
  )
}
