'use client'

import { useEffect, useMemo } from 'react'
import { type LoadedRun, loadRun, loadScans, useScans } from '@/components/findings/scans-store'
import { type Finding, findingLinks, listFindings } from '@/lib/analysis/findings/list-findings'
import { placeChecks } from '@/lib/analysis/findings/place-checks'
import { useModel } from '@/lib/client/model-provider'

export type FindingsOfRun = { run: LoadedRun; findings: readonly Finding[] }

/** What lies beside this model; asked for when it is first wanted. */
export function useScansOfModel() {
  const modelId = useModel((state) => state.modelId)
  useEffect(() => {
    void loadScans(modelId)
  }, [modelId])
  const state = useScans()
  return state.modelId === modelId ? state : { ...state, step: 'loading' as const, loaded: {} }
}

/** The findings of a run on the model as it stands now; undefined until they are here. */
export function useFindingsOf(runId: string | undefined): FindingsOfRun | undefined {
  const modelId = useModel((state) => state.modelId)
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const rows = useModel((state) => state.index.rows)
  const places = useScans((state) => state.scans.places)
  const run = useScans((state) => (runId === undefined ? undefined : state.loaded[runId]))
  useEffect(() => {
    if (runId !== undefined) void loadRun(modelId, runId)
  }, [modelId, runId])
  const placed = useMemo(
    () => (run ? placeChecks(run, model, catalogue, places) : []),
    [run, model, catalogue, places],
  )
  const links = useMemo(() => findingLinks(catalogue, rows), [catalogue, rows])
  return useMemo(
    () => (run ? { run, findings: listFindings(placed, links, catalogue) } : undefined),
    [run, placed, links, catalogue],
  )
}
