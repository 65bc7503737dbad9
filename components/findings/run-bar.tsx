'use client'

import { useMemo, useState } from 'react'
import { countWords } from '@/components/findings/finding-words'
import { LearnSheet } from '@/components/findings/learn-sheet'
import { removeScan, useScans } from '@/components/findings/scans-store'
import { UnplacedSheet } from '@/components/findings/unplaced-sheet'
import { useFindingsOf } from '@/components/findings/use-findings'
import { useCanDescribe } from '@/components/shell/shell-context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Trash2 } from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import { learnEdits, learnFacts } from '@/lib/analysis/findings/learn-facts'
import { unplacedTargets } from '@/lib/analysis/findings/list-findings'
import { proveMitigations } from '@/lib/analysis/findings/prove-mitigations'
import { useModel } from '@/lib/client/model-provider'
import type { RunHead } from '@/lib/model/scan-run'

/** What a run is, how its version was told, and what can be done with it. */
export function RunBar({ run }: { run: RunHead }) {
  const modelId = useModel((state) => state.modelId)
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const canEdit = useCanDescribe()
  const found = useFindingsOf(run.id)
  const [open, setOpen] = useState<'learn' | 'place' | 'remove'>()
  const learnt = useMemo(
    () => (found ? learnFacts(found.findings, run.tool, model, catalogue) : []),
    [found, run.tool, model, catalogue],
  )
  const proofs = useMemo(
    () => (found ? proveMitigations(found.findings, model, catalogue) : []),
    [found, model, catalogue],
  )
  const places = useScans((state) => state.scans.places)
  const unplaced = useMemo(() => unplacedTargets(found?.findings ?? [], places), [found, places])
  const waiting = unplaced.filter(({ target }) => !Object.hasOwn(places, target)).length
  const news = learnEdits(learnt, run).length + proofs.length
  const benchmark = [run.benchmark, run.benchmarkVersion].filter(Boolean).join(' ')
  return (
    <section aria-label="This run" className="border-line border-b bg-sunken px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="tabular font-medium">{countWords(run)}</p>
        {benchmark ? <p className="text-ink-muted">{benchmark}</p> : null}
        <p className="text-ink-muted">
          Imported by {run.importedBy} on <Time at={run.importedAt} />
        </p>
        {run.runs > 1 ? (
          <p className="text-ink-muted">
            Run {run.run} of {run.runs} in the file
          </p>
        ) : null}
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {unplaced.length > 0 ? (
            <Button size="sm" onClick={() => setOpen('place')}>
              {waiting > 0 ? `${waiting} not placed` : 'Placed by hand'}
            </Button>
          ) : null}
          {canEdit ? (
            <>
              <Button size="sm" variant={news > 0 ? 'primary' : 'secondary'} onClick={() => setOpen('learn')}>
                {news > 0 ? `What it teaches: ${news}` : 'What it teaches'}
              </Button>
              <IconButton
                label="Remove this run"
                icon={<Trash2 aria-hidden />}
                onClick={() => setOpen('remove')}
              />
            </>
          ) : null}
        </div>
      </div>
      {run.versionWhy ? <p className="mt-1 text-ink-muted text-xs">Read as {run.versionWhy}</p> : null}
      {found && found.run.left > 0 ? (
        <p className="mt-1 text-xs">
          {found.run.left} more checks are kept and not shown; what failed is shown first.
        </p>
      ) : null}
      <LearnSheet
        isOpen={open === 'learn'}
        onClose={() => setOpen(undefined)}
        run={run}
        learnt={learnt}
        proofs={proofs}
      />
      <UnplacedSheet isOpen={open === 'place'} onClose={() => setOpen(undefined)} unplaced={unplaced} />
      <ConfirmDialog
        isOpen={open === 'remove'}
        onOpenChange={() => setOpen(undefined)}
        title={`Remove run ${run.number}?`}
        confirmLabel="Remove the run"
        onConfirm={async () => {
          const answer = await removeScan(modelId, run.id)
          return answer.ok ? undefined : answer.sentence
        }}
      >
        Its verdicts are deleted. Facts that the model learnt from it stay, and name it.
      </ConfirmDialog>
    </section>
  )
}
