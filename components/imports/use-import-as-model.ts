'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { Chosen } from '@/components/imports/drop-overlay'
import { startImport } from '@/components/imports/import-store'
import { modelNameOf } from '@/components/imports/plan-words'
import { postJson } from '@/components/imports/post-files'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/model/protocol'

/**
 * Makes a model of dropped files: a Bulkhead file becomes the model that it holds; for anything else an empty model is
 * made and the plan is shown on it. Giving the plan up takes the model away again.
 */
export function useImportAsModel() {
  const router = useRouter()
  const [isStarting, setStarting] = useState(false)

  const take = useCallback(
    async (coming: Promise<Chosen>) => {
      setStarting(true)
      try {
        const chosen = await coming
        const [first, ...others] = chosen.files
        if (!first) return toast({ title: 'There are no files in what you dropped.', tone: 'danger' })
        const text = others.length === 0 ? await modelText(first.file) : undefined
        const made = await makeModel(
          text === undefined
            ? { name: modelNameOf(chosen.files.map(({ path }) => path)), from: { kind: 'empty' } }
            : { from: { kind: 'file', text } },
        )
        if (!made.ok) return toast({ title: made.sentence, tone: 'danger' })
        const { id, isRepinned } = made.value
        if (text === undefined) startImport(id, chosen, true)
        else if (isRepinned) toast({ title: 'The model was moved to the catalogue of this server.' })
        router.push(`/models/${encodeURIComponent(id)}/canvas`)
        router.refresh()
      } catch {
        toast({
          title: 'The files could not be read, or the server not reached. Drop them again.',
          tone: 'danger',
        })
      } finally {
        setStarting(false)
      }
    },
    [router],
  )
  return { take, isStarting }
}

type Start = { name: string; from: { kind: 'empty' } } | { from: { kind: 'file'; text: string } }

/** Over the route, not the server action: a Bulkhead file is larger than an action may carry. */
function makeModel(start: Start): Promise<Result<{ id: string; isRepinned: boolean }>> {
  return postJson('/api/models', start)
}

/** The text of a file that says it is a Bulkhead model. */
async function modelText(file: File): Promise<string | undefined> {
  if (!file.name.toLowerCase().endsWith('.json')) return undefined
  const text = await file.text()
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && Object.hasOwn(json, 'bulkhead') ? text : undefined
  } catch {
    return undefined
  }
}
