'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { BeforeAfter } from '@/components/findings/before-after'
import { BringScans } from '@/components/findings/bring-scans'
import { runTitle } from '@/components/findings/finding-words'
import { FindingsOfOneRun } from '@/components/findings/findings-of-run'
import { RunBar } from '@/components/findings/run-bar'
import { loadScans } from '@/components/findings/scans-store'
import { useScansOfModel } from '@/components/findings/use-findings'
import { useCanDescribe } from '@/components/shell/shell-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ScanSearch } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { useModel } from '@/lib/client/model-provider'
import { useMounted } from '@/lib/client/use-mounted'

type View = 'findings' | 'compare'

/** What scanners found in this system: their runs, each finding on its component, and what changed between two runs. */
export function FindingsWorkbench() {
  const isMounted = useMounted()
  return isMounted ? <Workbench /> : <Skeleton className="m-4 h-64" />
}

function Workbench() {
  const modelId = useModel((state) => state.modelId)
  const { step, sentence, scans } = useScansOfModel()
  const canImport = useCanDescribe()
  const params = useSearchParams()
  const [view, setView] = useState<View>('findings')
  const wanted = params.get('run')
  const current = useMemo(
    () => scans.runs.find(({ id }) => id === wanted) ?? scans.runs[0],
    [scans.runs, wanted],
  )
  const choose = (runId: string) => window.history.replaceState(null, '', `?run=${encodeURIComponent(runId)}`)
  const bring = canImport ? <BringScans onBrought={choose} /> : null

  if (step === 'failed' && scans.runs.length === 0)
    return (
      <ErrorState
        title="The findings could not be read"
        actions={<Button onClick={() => void loadScans(modelId, true)}>Try again</Button>}
      >
        {sentence}
      </ErrorState>
    )
  if (step === 'loading') return <Skeleton className="m-4 h-64" />
  if (!current)
    return (
      <EmptyState icon={<ScanSearch aria-hidden />} title="No scan has been imported" actions={bring}>
        Import what docker-bench, kube-bench, Trivy or another scanner printed. Each finding then stands on
        its component, with the threats it confirms and what repairs it.
      </EmptyState>
    )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-line border-b bg-surface px-3 py-2">
        <Select
          size="sm"
          aria-label="Run"
          className="w-80! max-w-full"
          value={current.id}
          onChange={({ target }) => choose(target.value)}
        >
          {scans.runs.map((run) => (
            <option key={run.id} value={run.id}>
              {runTitle(run)}
            </option>
          ))}
        </Select>
        {scans.runs.length > 1 ? (
          <Segmented
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: 'findings', label: 'Findings' },
              { value: 'compare', label: 'Before and after' },
            ]}
          />
        ) : null}
        <div className="ml-auto flex flex-wrap items-center gap-2">{bring}</div>
      </div>
      {view === 'compare' && scans.runs.length > 1 ? (
        <BeforeAfter runs={scans.runs} current={current} />
      ) : (
        <>
          <RunBar run={current} />
          <FindingsOfOneRun key={current.id} runId={current.id} />
        </>
      )}
    </div>
  )
}
