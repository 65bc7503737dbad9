'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { CatalogueMoved } from '@/components/models/catalogue-moved'
import { loadPack } from '@/components/models/load-pack'
import { ModelFrame } from '@/components/models/model-frame'
import { ModelSkeleton } from '@/components/models/model-skeleton'
import { PageBody } from '@/components/shell/page-body'
import { TopBar } from '@/components/shell/top-bar'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { fetchModel } from '@/lib/client/change-api'
import { ModelProvider, useModelStore } from '@/lib/client/model-provider'
import type { ModelInit } from '@/lib/client/model-store'

/** How far this browser has seen each model: going back in history brings a page as it once was. */
const seenSeq = new Map<string, number>()

type ModelLoaderProps = { page: Omit<ModelInit, 'pack'>; isArchived: boolean; children: ReactNode }

/** Brings the page's model together with its catalogue, then shows what is inside. */
export function ModelLoader({ page, isArchived, children }: ModelLoaderProps) {
  const [init, setInit] = useState<ModelInit>()
  const [problem, setProblem] = useState<string>()
  const { modelId } = page
  const { name } = page.model.meta
  const isDrawn = usePathname().endsWith('/canvas')

  const load = useCallback(async () => {
    setProblem(undefined)
    try {
      const current = await freshest(page)
      setInit({ ...current, pack: await loadPack(current.model.catalogue) })
    } catch {
      setProblem('The server could not be reached, or this model’s catalogue is not on it.')
    }
  }, [page])

  useEffect(() => {
    load()
  }, [load])

  if (problem && !init) {
    return (
      <>
        <TopBar crumbs={[{ label: 'Models', href: '/models' }, { label: name }]} />
        <PageBody>
          <ErrorState
            title="This model could not be opened"
            actions={<Button onClick={load}>Try again</Button>}
          >
            {problem}
          </ErrorState>
        </PageBody>
      </>
    )
  }
  if (init?.modelId !== modelId) return <ModelSkeleton name={name} modelId={modelId} />
  return (
    <ModelProvider key={modelId} initial={init} isDrawnFirst={isDrawn}>
      <SeenSeq />
      <CatalogueMoved />
      <ModelFrame isArchived={isArchived}>{children}</ModelFrame>
    </ModelProvider>
  )
}

/** The page's own document, unless this browser has already seen a later one. */
async function freshest(page: ModelLoaderProps['page']): Promise<ModelLoaderProps['page']> {
  if ((seenSeq.get(page.modelId) ?? 0) <= page.seq) return page
  const sent = await fetchModel(page.modelId)
  if (sent.state !== 'answered') throw new Error('not answered')
  return { ...page, seq: sent.answer.seq, model: sent.answer.document }
}

function SeenSeq() {
  const store = useModelStore()
  useEffect(() => {
    const note = () => {
      const { modelId, outbox } = store.getState()
      seenSeq.set(modelId, outbox.seq)
    }
    note()
    return store.subscribe(note)
  }, [store])
  return null
}
